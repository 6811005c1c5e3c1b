package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Calibration;
import dev.broadsheet.topics.Taxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What fits that had not seen them say of documents, and the probabilities and thresholds that
 * follow: one threshold for all topics, that of the best F1 over all, raised for a topic until the
 * precision reaches the floor.
 */
final class CrossFit {

  /** What a topic's precision is drawn to the floor by, in documents. */
  private static final double DOUBT = 2;

  private final TrainingPlan.Settings settings;
  private final Taxonomy taxonomy;
  private final List<float[]> logits;
  private final List<Example> documents;

  /** Those by which probabilities and the common threshold are set. */
  private final BitSet calibrating;

  /** Topics of enough documents. */
  private final BitSet known;

  private final Calibration[] calibrations;

  /** {@code [document][topic]}, by the topic's own words. */
  private final double[][] probabilities;

  private final Decisions decisions;
  private final ThresholdFit common;

  /** One a topic; null for one that is not given. */
  private final ThresholdFit[] thresholds;

  /**
   * @param logits of all topics, an array a document
   * @param calibrating which of the documents set probabilities and the common threshold
   */
  CrossFit(
      TrainingPlan.Settings settings,
      Taxonomy taxonomy,
      List<float[]> logits,
      List<Example> documents,
      BitSet calibrating) {
    this.settings = settings;
    this.taxonomy = taxonomy;
    this.logits = logits;
    this.documents = documents;
    this.calibrating = calibrating;
    known = known();
    calibrations = calibrated();
    probabilities =
        IntStream.range(0, logits.size()).mapToObj(this::probabilities).toArray(double[][]::new);
    decisions = decisions();
    common = decisions.best();
    thresholds = new ThresholdFit[taxonomy.size()];
    Arrays.setAll(thresholds, this::threshold);
    for (int topic = taxonomy.size() - 1; topic >= 0; topic--) {
      int parent = taxonomy.parent(topic);
      if (thresholds[topic] != null && parent >= 0 && thresholds[parent] == null) {
        thresholds[parent] = ThresholdFit.NEVER;
      }
    }
  }

  private BitSet known() {
    BitSet of = new BitSet();
    for (int topic = 0; topic < taxonomy.size(); topic++) {
      boolean isEnough = count(topic, Target.YES) >= settings.leastPositives();
      of.set(topic, isEnough && count(topic, Target.NO) > 0);
    }
    return of;
  }

  private Calibration[] calibrated() {
    List<Double> all = new ArrayList<>();
    List<Boolean> truth = new ArrayList<>();
    for (int topic = 0; topic < taxonomy.size(); topic++) {
      if (isKnown(topic)) {
        add(topic, all, truth);
      }
    }
    Calibration pooled = truth.isEmpty() ? new Calibration(1, 0, 0.5) : PlattFit.of(all, truth);
    Calibration[] of = new Calibration[taxonomy.size()];
    Arrays.setAll(of, topic -> isKnown(topic) ? calibration(topic, pooled) : pooled);
    return of;
  }

  private Calibration calibration(int topic, Calibration pooled) {
    List<Double> logits = new ArrayList<>();
    List<Boolean> truth = new ArrayList<>();
    add(topic, logits, truth);
    Calibration own = truth.contains(true) ? PlattFit.of(logits, truth, pooled) : pooled;
    return own.slope() > 0 ? own : pooled;
  }

  private void add(int topic, List<Double> told, List<Boolean> truth) {
    for (int i = calibrating.nextSetBit(0); i >= 0; i = calibrating.nextSetBit(i + 1)) {
      if (documents.get(i).target(topic) != Target.UNKNOWN) {
        told.add((double) logits.get(i)[topic]);
        truth.add(documents.get(i).target(topic) == Target.YES);
      }
    }
  }

  private double[] probabilities(int document) {
    double[] of = new double[taxonomy.size()];
    for (int topic = 0; topic < of.length; topic++) {
      of[topic] = calibrations[topic].probability(logits.get(document)[topic]);
    }
    return of;
  }

  /** Of what people see: a parent is given with its child. */
  private Decisions decisions() {
    Decisions all = new Decisions();
    for (int i = calibrating.nextSetBit(0); i >= 0; i = calibrating.nextSetBit(i + 1)) {
      double[] raised = raised(probabilities[i]);
      for (int topic = 0; topic < raised.length; topic++) {
        if (isKnown(topic)) {
          add(i, topic, raised[topic], all);
        }
      }
    }
    return all;
  }

  /** Topics of too few documents raise none. */
  private double[] raised(double[] own) {
    double[] raised = own.clone();
    for (int topic = 0; topic < raised.length; topic++) {
      raised[topic] = isKnown(topic) ? raised[topic] : 0;
    }
    taxonomy.raiseParents(raised);
    return raised;
  }

  private void add(int document, int topic, double probability, Decisions decisions) {
    byte target = documents.get(document).target(topic);
    if (target != Target.UNKNOWN) {
      decisions.add(probability, target == Target.YES);
    }
  }

  private ThresholdFit threshold(int topic) {
    if (!isKnown(topic)) {
      return null;
    }
    Decisions own = new Decisions();
    for (int i = 0; i < documents.size(); i++) {
      add(i, topic, probabilities[i][topic], own);
    }
    return own.from(common.threshold(), settings.precisionFloor(), DOUBT);
  }

  private boolean isKnown(int topic) {
    return known.get(topic);
  }

  private int count(int topic, byte target) {
    return (int) documents.stream().filter(document -> document.target(topic) == target).count();
  }

  /** One a topic, given or not. */
  Calibration[] calibrations() {
    return calibrations;
  }

  /** Whether the model has the topic. */
  boolean isGiven(int topic) {
    return thresholds[topic] != null;
  }

  /** The topic with its weights. */
  FittedTopic fitted(int topic, TopicFit fit) {
    return FittedTopic.of(
        taxonomy.topic(topic),
        fit,
        calibrations[topic],
        thresholds[topic],
        count(topic, Target.YES),
        count(topic, Target.NO));
  }

  /** For the model card. */
  SortedMap<String, Object> scores() {
    SortedMap<String, Object> scores = new TreeMap<>();
    scores.put("documents", documents.size());
    scores.put("documents_that_calibrate", calibrating.cardinality());
    scores.put("threshold", common.threshold());
    scores.put("precision", common.precision());
    scores.put("recall", common.recall());
    scores.put("f1", common.f1());
    scores.put("reliability_of_given", decisions.reliability(common.threshold()));
    return scores;
  }
}
