package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Trains a model for anyone's labels, of which a document has one or several: a flat taxonomy, a
 * support vector machine a label, its strength chosen by cross-validation, probabilities and
 * thresholds from documents that the fit had not seen.
 */
public final class LabelTrainer {

  /** The name of the one source of documents. */
  public static final String SOURCE = "documents";

  private static final int LEAST_DOCUMENTS = 20;
  private static final int LEAST_FREQUENCY = 2;
  private static final int MOST_TERMS = 500_000;
  private static final double[] STRENGTHS = {0.3, 1, 4, 16};

  private LabelTrainer() {}

  /**
   * A plan whose one source {@code documents} tells every label apart; for {@link ExampleMaker}.
   *
   * @param labels of all documents
   * @throws IllegalArgumentException if there are fewer than two different ones
   */
  public static TrainingPlan plan(String name, SortedSet<String> labels) {
    if (labels.size() < 2) {
      throw new IllegalArgumentException(
          "The documents have "
              + (labels.isEmpty() ? "no label" : "only the label \"" + labels.first() + "\"")
              + "; a model needs two or more. Is the label column's name right?");
    }
    List<String> all = List.copyOf(labels);
    TrainingPlan.Source source = new TrainingPlan.Source(SOURCE, null, null, all, null, null);
    return new TrainingPlan(name, null, 1, List.of(source), null, null);
  }

  /** The labels as topics. */
  public static Taxonomy taxonomy(TrainingPlan plan) {
    return Taxonomy.flat(plan.name(), plan.sources().get(0).tells());
  }

  /**
   * The files of the model, by name.
   *
   * @throws IllegalArgumentException if the documents are too few
   */
  public static SortedMap<String, byte[]> train(
      TrainingPlan plan, Taxonomy taxonomy, List<Example> examples) throws IOException {
    if (examples.size() < LEAST_DOCUMENTS) {
      throw new IllegalArgumentException(
          "There are only "
              + examples.size()
              + " labelled documents; a model needs "
              + LEAST_DOCUMENTS
              + ", and some 50 a label to be of use.");
    }
    TermSelection selection = TermSelection.of(examples, LEAST_FREQUENCY, MOST_TERMS);
    SparseMatrix matrix = new SparseMatrix(examples, selection);
    CrossValidation best = strongest(examples, matrix, taxonomy);
    List<FittedTopic> topics = new ArrayList<>();
    for (int topic = 0; topic < taxonomy.size(); topic++) {
      topics.add(best.fit(topic));
    }
    Map<String, Object> training = TrainingRecord.of(plan, examples, examples.size(), selection);
    training.put("cross_validation", best.scores());
    return FittedTopic.files(plan.name(), taxonomy, selection, topics, training);
  }

  private static CrossValidation strongest(
      List<Example> examples, SparseMatrix matrix, Taxonomy taxonomy) {
    CrossValidation best = null;
    for (double strength : STRENGTHS) {
      CrossValidation next = CrossValidation.of(examples, matrix, taxonomy, strength);
      best = best == null || next.score() > best.score() ? next : best;
    }
    return best;
  }
}
