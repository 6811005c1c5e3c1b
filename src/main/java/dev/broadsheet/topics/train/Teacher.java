package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Knows topics by sentence embeddings: one calibrated logistic regression a topic. What it says of
 * documents whose topics are unknown trains the linear model on words that no label reaches (Hinton
 * et al., "Distilling the knowledge in a neural network", 2015). Immutable.
 */
final class Teacher {

  /** What the teacher's word counts against a label that makes a topic unlikely. */
  private static final float DOUBT = 0.25f;

  private static final double STRENGTH = 8;

  /** All of an embedding's, shared by all rows. */
  private final int[] columns;

  private final JointFit fit;
  private final Calibration[] calibrations;

  /** Learns from the examples that have embeddings, calibrates on those that are held back. */
  Teacher(List<Example> documents, long seed) {
    List<Example> examples = documents.stream().filter(e -> e.embedding() != null).toList();
    columns = IntStream.rangeClosed(1, examples.get(0).embedding().length).toArray();
    List<Row> seen = examples.stream().filter(e -> !e.isHeldBack()).map(this::row).toList();
    fit = JointFit.of(seen, columns.length, STRENGTH, seed);
    List<Example> heldBack = examples.stream().filter(Example::isHeldBack).toList();
    List<float[]> logits = heldBack.stream().map(example -> fit.logits(row(example))).toList();
    calibrations = new Calibration[documents.get(0).topics()];
    Arrays.setAll(calibrations, topic -> calibration(topic, heldBack, logits));
  }

  /** Null if nothing is known of the topic. */
  private static Calibration calibration(int topic, List<Example> examples, List<float[]> logits) {
    List<Double> known = new ArrayList<>();
    List<Boolean> truth = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      byte target = examples.get(i).target(topic);
      if (target == Target.YES || target == Target.NO) {
        known.add((double) logits.get(i)[topic]);
        truth.add(target == Target.YES);
      }
    }
    boolean isMixed = truth.contains(true) && truth.contains(false);
    return isMixed ? PlattFit.of(known, truth) : null;
  }

  private Row row(Example example) {
    return new Row(columns, example.embedding(), example.truth());
  }

  /** The example's truth; what labels leave open, the teacher judges. */
  float[] truth(Example example) {
    float[] truth = example.truth();
    if (example.embedding() == null) {
      return truth;
    }
    float[] logits = fit.logits(row(example));
    for (int topic = 0; topic < truth.length; topic++) {
      byte target = example.target(topic);
      boolean isOpen = target == Target.UNKNOWN || target == Target.UNLIKELY;
      if (isOpen && calibrations[topic] != null) {
        float judged = (float) calibrations[topic].probability(logits[topic]);
        truth[topic] = target == Target.UNKNOWN ? judged : DOUBT * judged;
      }
    }
    return truth;
  }
}
