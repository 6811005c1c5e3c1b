package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Features;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Trains a model for anyone's labels, of which a document has one or several: a support vector
 * machine a topic, its strength and vocabulary chosen by cross-validation, probabilities and
 * thresholds from documents that the fit had not seen. The same examples in the same order give the
 * same bytes, wherever the {@link TopicTasks} are worked out.
 *
 * <p>Immutable; may be sent to many machines.
 */
public final class LabelTrainer implements Serializable {

  private static final long serialVersionUID = 1;

  /** The name of the one source of documents. */
  public static final String SOURCE = "documents";

  private static final int FOLDS = 3;
  private static final int LEAST_DOCUMENTS = 20;
  private static final int LEAST_FREQUENCY = 2;
  private static final int MOST_TERMS = 500_000;
  private static final double[] STRENGTHS = {0.3, 1, 4, 16};

  /** What to try: the solver's strength, and how many of the commonest terms to use. */
  record Candidate(double strength, int terms) implements Serializable {}

  private final String name;
  private final Taxonomy taxonomy;
  private final TermSelection selection;
  private final SparseMatrix matrix;
  private final BitSet[] positives;
  private final boolean isSingleLabel;
  private final Map<String, Object> record;

  /**
   * Selects terms and builds the matrix that all fits share.
   *
   * @param examples with at least one label each
   * @throws IllegalArgumentException if documents or labels are too few, or a label unknown
   */
  public LabelTrainer(String name, LabelTaxonomy labels, List<Example> examples) {
    this.name = name;
    taxonomy = labels.of(examples);
    if (examples.size() < LEAST_DOCUMENTS) {
      throw new IllegalArgumentException(
          "There are only "
              + examples.size()
              + " labelled documents; a model needs "
              + LEAST_DOCUMENTS
              + ", and some 50 a label to be of use.");
    }
    selection = TermSelection.of(examples, LEAST_FREQUENCY, MOST_TERMS);
    matrix = new SparseMatrix(examples, selection);
    positives = new BitSet[taxonomy.size()];
    Arrays.setAll(positives, topic -> new BitSet());
    for (int i = 0; i < examples.size(); i++) {
      for (int topic : labels.topics(examples.get(i), taxonomy)) {
        positives[topic].set(i);
      }
    }
    int[] labelled = new int[examples.size()];
    for (BitSet positive : positives) {
      positive.stream().forEach(i -> labelled[i]++);
    }
    isSingleLabel = Arrays.stream(labelled).allMatch(count -> count == 1);
    record = TrainingRecord.of(examples, selection);
  }

  /** The number of topics. */
  public int topics() {
    return positives.length;
  }

  /**
   * The files of the model, by name.
   *
   * @param tasks over this trainer
   * @param counts what the card says besides of the documents read
   */
  public SortedMap<String, byte[]> train(TopicTasks tasks, Map<String, Object> counts)
      throws IOException {
    CrossValidation best = best(tasks);
    Candidate candidate = best.candidate();
    List<TopicFit> fits = tasks.each((trainer, topic) -> trainer.fit(topic, candidate));
    List<FittedTopic> topics = new ArrayList<>();
    for (int topic = 0; topic < fits.size(); topic++) {
      topics.add(best.fitted(topic, taxonomy.topic(topic), fits.get(topic)));
    }
    record.putAll(counts);
    record.put("terms", candidate.terms());
    record.put("cross_validation", best.scores());
    TermSelection terms = selection.commonest(candidate.terms());
    return FittedTopic.files(name, taxonomy, Features.NGRAMS, terms, topics, record, isSingleLabel);
  }

  private CrossValidation best(TopicTasks tasks) {
    CrossValidation best = null;
    for (Candidate candidate : candidates()) {
      List<float[]> logits = tasks.each((trainer, topic) -> trainer.unseen(topic, candidate));
      CrossValidation next =
          new CrossValidation(candidate, positives, matrix.rows(), logits, isSingleLabel);
      best = best == null || next.criterion() > best.criterion() ? next : best;
    }
    return best;
  }

  /** Rare terms help short texts and hurt long ones, so both are tried. */
  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (int least : new int[] {LEAST_FREQUENCY, 2 * LEAST_FREQUENCY}) {
      int terms = selection.atLeast(least, matrix.rows());
      for (double strength : STRENGTHS) {
        if (terms > 0) {
          candidates.add(new Candidate(strength, terms));
        }
      }
    }
    return candidates;
  }

  /** Each document's logit by a fit that had not seen it. */
  float[] unseen(int topic, Candidate candidate) {
    float[] logits = new float[matrix.rows()];
    int[] folds = folds(topic);
    for (int fold = 0; fold < FOLDS; fold++) {
      TopicTargets seen = targets(topic, candidate, folds, fold);
      if (seen.isMixed()) {
        TopicFit fit = TopicFit.of(seen, candidate.terms(), method(candidate));
        for (int i = 0; i < folds.length; i++) {
          logits[i] =
              folds[i] == fold ? (float) fit.logit(matrix.row(i, candidate.terms())) : logits[i];
        }
      }
    }
    return logits;
  }

  /** The topic's weights from all documents. */
  TopicFit fit(int topic, Candidate candidate) {
    TopicTargets all = targets(topic, candidate, new int[matrix.rows()], -1);
    return TopicFit.of(all, candidate.terms(), method(candidate));
  }

  private static TopicFit.Method method(Candidate candidate) {
    return TopicFit.Method.margin(candidate.strength());
  }

  private TopicTargets targets(int topic, Candidate candidate, int[] folds, int without) {
    TopicTargets targets = new TopicTargets();
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] != without) {
        targets.add(matrix.row(i, candidate.terms()), positives[topic].get(i));
      }
    }
    return targets;
  }

  /**
   * Dealt out topic by topic, so that each has its share of rare ones; by the label if documents
   * have one each, so that all of a document's logits come from fits of the same documents.
   */
  private int[] folds(int topic) {
    int[] folds = new int[matrix.rows()];
    int[] dealt = new int[positives.length + 1];
    Arrays.setAll(folds, i -> dealt[group(topic, i)]++ % FOLDS);
    return folds;
  }

  private int group(int topic, int document) {
    for (int label = 0; isSingleLabel && label < positives.length; label++) {
      if (positives[label].get(document)) {
        return label;
      }
    }
    return positives[topic].get(document) ? 1 : 0;
  }
}
