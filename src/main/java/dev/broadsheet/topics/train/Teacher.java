package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Knows topics by sentence embeddings: one calibrated logistic regression a topic. What it says of
 * documents whose topics are unknown trains the linear model on words that no label reaches (Hinton
 * et al., "Distilling the knowledge in a neural network", 2015). Immutable.
 */
final class Teacher {

  /** Surer than this, an unknown topic becomes a yes. */
  private static final double YES = 0.6;

  /** Less sure than this, an unknown topic becomes a no. */
  private static final double NO = 0.08;

  /** From here on the teacher objects to a no that is only likely. */
  private static final double OBJECTS = 0.5;

  private final DenseFit fit;
  private final Calibration[] calibrations;

  private Teacher(DenseFit fit, Calibration[] calibrations) {
    this.fit = fit;
    this.calibrations = calibrations;
  }

  /** Learns from the examples that have embeddings, calibrates on those that are held back. */
  static Teacher of(List<Example> examples, long seed) {
    List<Example> seen =
        examples.stream().filter(e -> e.embedding() != null && !e.isHeldBack()).toList();
    DenseFit fit = DenseFit.of(seen, seed);
    Calibration[] calibrations = new Calibration[examples.get(0).topics()];
    for (int topic = 0; topic < calibrations.length; topic++) {
      calibrations[topic] = calibration(fit, examples, topic);
    }
    return new Teacher(fit, calibrations);
  }

  private static Calibration calibration(DenseFit fit, List<Example> examples, int topic) {
    List<Double> logits = new ArrayList<>();
    List<Boolean> truth = new ArrayList<>();
    for (Example example : examples) {
      if (example.isHeldBack()
          && example.embedding() != null
          && Math.abs(example.target(topic)) == Target.YES) {
        logits.add(fit.logit(topic, example.embedding()));
        truth.add(example.target(topic) == Target.YES);
      }
    }
    boolean isMixed = truth.contains(true) && truth.contains(false);
    return isMixed ? PlattFit.of(logits, truth) : null;
  }

  /** The example with as many targets known as the teacher is sure of. */
  Example fill(Example example) {
    if (example.embedding() == null) {
      return example;
    }
    byte[] targets = new byte[example.topics()];
    IntStream.range(0, targets.length).forEach(topic -> targets[topic] = filled(example, topic));
    return example.withTargets(targets);
  }

  private byte filled(Example example, int topic) {
    byte target = example.target(topic);
    if (Math.abs(target) == Target.YES || calibrations[topic] == null) {
      return target;
    }
    double probability = calibrations[topic].probability(fit.logit(topic, example.embedding()));
    if (target == Target.UNLIKELY) {
      return probability < OBJECTS ? Target.NO : Target.UNKNOWN;
    }
    return probability > YES ? Target.YES : probability < NO ? Target.NO : Target.UNKNOWN;
  }
}
