package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Features;
import dev.broadsheet.topics.Taxonomy;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

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

  /** Rare terms help short texts and hurt long ones, so both are tried. */
  private static final int[] LEAST_FREQUENCIES = {LEAST_FREQUENCY, 2 * LEAST_FREQUENCY};

  private static final int MOST_TERMS = 500_000;
  private static final double[] STRENGTHS = {0.3, 1, 4, 16};

  /** What to try: the solver's strength, and how many of the commonest terms to use. */
  record Candidate(double strength, int terms) implements Serializable {}

  private final String name;
  private final Taxonomy taxonomy;

  /** The driver alone needs what is transient: it makes a model of what tasks learned. */
  private final transient TermSelection selection;

  private final transient KnownTopics known;

  /** By its number of terms. */
  private final SortedMap<Integer, SparseMatrix> matrices = new TreeMap<>();

  private final int documents;
  private final BitSet[] positives;
  private final boolean isSingleLabel;
  private final transient Map<String, Object> record;

  /**
   * Selects terms and builds the matrix that all fits share.
   *
   * @param examples with at least one label each
   * @param model whose topics' logits are features, too; null for none
   * @throws IllegalArgumentException if documents or labels are too few, or a label unknown
   */
  public LabelTrainer(String name, LabelTaxonomy labels, List<Example> examples, TopicModel model) {
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
    documents = examples.size();
    TermSelection first =
        model == null ? new TermSelection(List.of(), List.of()) : KnownTopics.terms(model);
    TermSelection own = TermSelection.of(examples, LEAST_FREQUENCY, MOST_TERMS).without(first);
    selection = first.and(own);
    SparseMatrix matrix = new SparseMatrix(examples, selection);
    known = model == null ? KnownTopics.NONE : KnownTopics.of(model, matrix);
    for (int least : LEAST_FREQUENCIES) {
      int terms = first.terms().size() + own.atLeast(least, documents);
      if (terms > 0) {
        matrices.put(terms, known.beside(matrix.commonest(terms)));
      }
    }
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
    record = TrainingRecord.of(examples, selection, model);
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
      topics.add(best.fitted(topic, taxonomy.topic(topic), known.folded(fits.get(topic))));
    }
    record.putAll(counts);
    record.put("terms", candidate.terms());
    record.put("cross_validation", best.scores());
    TermSelection terms = selection.commonest(candidate.terms());
    return FittedTopic.files(name, taxonomy, Features.NGRAMS, terms, topics, record, isSingleLabel);
  }

  private CrossValidation best(TopicTasks tasks) {
    CrossValidation best = null;
    for (int terms : matrices.keySet()) {
      List<float[][]> logits = tasks.each((trainer, topic) -> trainer.unseen(topic, terms));
      for (int i = 0; i < STRENGTHS.length; i++) {
        int strength = i;
        CrossValidation next =
            new CrossValidation(
                new Candidate(STRENGTHS[i], terms),
                positives,
                documents,
                logits.stream().map(of -> of[strength]).toList(),
                isSingleLabel);
        best = best == null || next.criterion() > best.criterion() ? next : best;
      }
    }
    return best;
  }

  /** Each document's logit by a fit that had not seen it, {@code [strength][document]}. */
  float[][] unseen(int topic, int terms) {
    SparseMatrix matrix = matrices.get(terms);
    float[][] logits = new float[STRENGTHS.length][documents];
    int[] folds = folds(topic);
    for (int fold = 0; fold < FOLDS; fold++) {
      TopicTargets seen = targets(topic, folds, fold);
      if (seen.isMixed()) {
        MarginFit fit = new MarginFit(matrix, seen);
        for (int i = 0; i < STRENGTHS.length; i++) {
          judge(fit.fit(STRENGTHS[i]), matrix, folds, fold, logits[i]);
        }
      }
    }
    return logits;
  }

  private static void judge(
      MarginFit fit, SparseMatrix matrix, int[] folds, int fold, float[] logits) {
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] == fold) {
        logits[i] = (float) fit.logit(matrix.row(i));
      }
    }
  }

  /** The topic's weights from all documents. */
  TopicFit fit(int topic, Candidate candidate) {
    TopicTargets all = targets(topic, new int[documents], -1);
    return new MarginFit(matrices.get(candidate.terms()), all).fit(candidate.strength()).topic();
  }

  private TopicTargets targets(int topic, int[] folds, int without) {
    int[] rows = IntStream.range(0, folds.length).filter(i -> folds[i] != without).toArray();
    return new TopicTargets(rows, positives[topic]);
  }

  /**
   * Dealt out topic by topic, so that each has its share of rare ones; by the label if documents
   * have one each, so that all of a document's logits come from fits of the same documents.
   */
  private int[] folds(int topic) {
    int[] folds = new int[documents];
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
