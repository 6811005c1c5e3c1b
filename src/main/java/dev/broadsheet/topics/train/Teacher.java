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

  private final JointFit fit;
  private final Calibration[] calibrations;

  private Teacher(JointFit fit, Calibration[] calibrations) {
    this.fit = fit;
    this.calibrations = calibrations;
  }

  /** Learns from the examples, calibrates on those that are held back; all have embeddings. */
  static Teacher of(List<Example> examples, long seed) {
    List<Row> seen =
        examples.stream().filter(example -> !example.isHeldBack()).map(Teacher::row).toList();
    int size = seen.get(0).size();
    JointFit fit = JointFit.of(seen, size, STRENGTH, seed);
    List<Example> heldBack = examples.stream().filter(Example::isHeldBack).toList();
    List<float[]> logits = heldBack.stream().map(example -> fit.logits(row(example))).toList();
    Calibration[] calibrations = new Calibration[examples.get(0).topics()];
    Arrays.setAll(calibrations, topic -> calibration(topic, heldBack, logits));
    return new Teacher(fit, calibrations);
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

  private static Row row(Example example) {
    int[] columns = IntStream.rangeClosed(1, example.embedding().length).toArray();
    return new Row(columns, example.embedding(), example.truth());
  }

  /** The example's truth; what labels leave open, the teacher judges. */
  float[] truth(Example example) {
    float[] truth = example.truth();
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
