package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import dev.broadsheet.topics.Calibration;
import dev.broadsheet.topics.ModelCard;
import dev.broadsheet.topics.ModelWriter;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From examples to a model directory's files. A topic with fewer than {@link #LEAST_POSITIVES}
 * known documents is left out of the model's taxonomy. The same examples in the same order give the
 * same bytes.
 */
public final class TopicTrainer {

  static final int LEAST_POSITIVES = 30;
  private static final int LEAST_DOCUMENTS = 3;
  private static final int MOST_TERMS = 120_000;
  private static final double STRENGTH = 4;
  private static final int HELD_BACK = 10;

  private record Trained(Taxonomy.Topic topic, TopicFit fit, ModelCard.Topic card) {}

  private final TrainingPlan plan;
  private final Taxonomy taxonomy;
  private final LabellingRules rules;

  public TopicTrainer(TrainingPlan plan, Taxonomy taxonomy) {
    this.plan = plan;
    this.taxonomy = taxonomy;
    this.rules = new LabellingRules(plan.rules(), taxonomy);
  }

  /** The files of the model, by name. */
  public SortedMap<String, byte[]> train(List<Example> examples) throws IOException {
    TermSelection selection = TermSelection.of(examples, LEAST_DOCUMENTS, MOST_TERMS);
    SparseMatrix matrix = new SparseMatrix(examples, selection);
    List<Trained> topics = new ArrayList<>();
    for (int topic = 0; topic < taxonomy.size(); topic++) {
      if (positives(examples, topic) >= LEAST_POSITIVES) {
        topics.add(train(topic, examples, matrix));
      }
    }
    return write(topics, selection, examples);
  }

  private Trained train(int topic, List<Example> examples, SparseMatrix matrix) {
    List<Feature[]> rows = new ArrayList<>();
    List<Boolean> targets = new ArrayList<>();
    List<Feature[]> heldRows = new ArrayList<>();
    List<Boolean> heldTargets = new ArrayList<>();
    List<Feature[]> allRows = new ArrayList<>();
    List<Boolean> allTargets = new ArrayList<>();
    java.util.BitSet hidden = new java.util.BitSet();
    rules.triggers(topic).forEach(term -> hidden.set(matrix.column(term)));
    hidden.clear(0);
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      if (example.target(topic) == Target.UNKNOWN) {
        continue;
      }
      boolean positive = example.target(topic) == Target.YES;
      Feature[] row = matrix.row(i);
      boolean held = example.hash() % HELD_BACK == 0;
      if (positive && example.hash() % 2 == 0 && !hidden.isEmpty()) {
        row =
            java.util.Arrays.stream(row)
                .filter(f -> !hidden.get(f.getIndex()))
                .toArray(Feature[]::new);
      }
      (held ? heldRows : rows).add(row);
      (held ? heldTargets : targets).add(positive);
      allRows.add(row);
      allTargets.add(positive);
    }
    TopicFit partial = TopicFit.of(rows, targets, matrix.columns(), STRENGTH);
    Calibration calibration =
        PlattFit.of(heldRows.stream().map(partial::logit).toList(), heldTargets);
    TopicFit fit = TopicFit.of(allRows, allTargets, matrix.columns(), STRENGTH);
    Taxonomy.Topic about = taxonomy.topic(topic);
    int positives = (int) allTargets.stream().filter(t -> t).count();
    System.err.println(
        about.name() + " " + positives + " " + (allTargets.size() - positives) + " " + calibration);
    return new Trained(
        about,
        fit,
        new ModelCard.Topic(
            about.code(),
            about.name(),
            fit.bias(),
            calibration.slope(),
            calibration.intercept(),
            calibration.threshold(),
            positives,
            allTargets.size() - positives,
            new TreeMap<>()));
  }

  private SortedMap<String, byte[]> write(
      List<Trained> topics, TermSelection selection, List<Example> examples) throws IOException {
    List<String> kept = topics.stream().map(trained -> trained.topic().code()).toList();
    Taxonomy known = taxonomy.only(kept);
    float[][] weights = new float[topics.size()][selection.terms().size()];
    for (int topic = 0; topic < weights.length; topic++) {
      for (int term = 0; term < weights[topic].length; term++) {
        weights[topic][term] = (float) topics.get(topic).fit().weight(term);
      }
    }
    Map<String, Object> training =
        new TreeMap<>(Map.of("documents", examples.size(), "terms", selection.terms().size()));
    return ModelWriter.files(
        plan.name(),
        known,
        selection.terms(),
        selection.idf(),
        weights,
        topics.stream().map(Trained::card).toList(),
        training);
  }

  private static long positives(List<Example> examples, int topic) {
    return examples.stream().filter(example -> example.target(topic) == Target.YES).count();
  }
}
