package dev.broadsheet.topics.train;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Logistic regressions of all topics at once, with an L2 penalty, by stochastic gradient descent
 * (Bottou, "Stochastic Gradient Descent Tricks", 2012): one pass over a row serves all topics, and
 * a truth may be a probability, which is what a teacher has to tell. One thread, so that the same
 * rows in the same order give the same weights.
 */
final class JointFit {

  private static final int EPOCHS = 10;
  private static final double RATE = 4;

  /** The bias is in every row, so it takes smaller steps. */
  private static final double BIAS_RATE = 0.4;

  /** The logit of a topic that few documents are on. */
  private static final float FIRST_BIAS = -3;

  private final int topics;

  /** {@code [column * topics + topic]}, to be multiplied by {@link #scale}. */
  private final float[] weights;

  private final float[] biases;

  /** The penalty shrinks all weights at each step: their common factor does it at once. */
  private double scale = 1;

  private JointFit(int topics, int columns) {
    this.topics = topics;
    weights = new float[(columns + 1) * topics];
    biases = new float[topics];
    Arrays.fill(biases, FIRST_BIAS);
  }

  /**
   * Fits.
   *
   * @param strength as liblinear's C: small means small weights
   */
  static JointFit of(List<Row> rows, int columns, double strength, long seed) {
    JointFit fit = new JointFit(rows.get(0).topics(), columns);
    int[] order = IntStream.range(0, rows.size()).toArray();
    Random random = new Random(seed);
    double penalty = 1 / (strength * rows.size());
    double steps = (double) EPOCHS * rows.size();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, random);
      for (int i = 0; i < order.length; i++) {
        double left = 1 - ((double) epoch * order.length + i) / steps;
        fit.step(rows.get(order[i]), left, penalty);
      }
    }
    return fit;
  }

  /** The logits of all topics. */
  float[] logits(Row row) {
    float[] logits = new float[topics];
    for (int i = 0; i < row.size(); i++) {
      float value = row.value(i);
      int first = row.column(i) * topics;
      for (int topic = 0; topic < topics; topic++) {
        logits[topic] += weights[first + topic] * value;
      }
    }
    for (int topic = 0; topic < topics; topic++) {
      logits[topic] = (float) (logits[topic] * scale) + biases[topic];
    }
    return logits;
  }

  /** The weight of a column. */
  float weight(int column, int topic) {
    return (float) (weights[column * topics + topic] * scale);
  }

  float bias(int topic) {
    return biases[topic];
  }

  private void step(Row row, double left, double penalty) {
    float[] errors = logits(row);
    for (int topic = 0; topic < topics; topic++) {
      float truth = row.truth(topic);
      errors[topic] = Float.isNaN(truth) ? 0 : (float) (1 / (1 + Math.exp(-errors[topic]))) - truth;
      biases[topic] -= (float) (BIAS_RATE * left * errors[topic]);
    }
    scale *= 1 - RATE * left * penalty;
    descend(row, errors, (float) (RATE * left / scale));
  }

  private void descend(Row row, float[] errors, float rate) {
    for (int i = 0; i < row.size(); i++) {
      float step = rate * row.value(i);
      int first = row.column(i) * topics;
      for (int topic = 0; topic < topics; topic++) {
        weights[first + topic] -= step * errors[topic];
      }
    }
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
