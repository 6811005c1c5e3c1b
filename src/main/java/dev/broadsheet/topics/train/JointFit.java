package dev.broadsheet.topics.train;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Logistic regressions of all topics at once, with an L2 penalty, by stochastic gradient descent
 * (Bottou, "Stochastic Gradient Descent Tricks", 2012): one pass over a row serves all topics. One
 * thread, so that the same rows in the same order give the same weights.
 */
final class JointFit {

  private static final double RATE = 4;

  /** The bias is in every row, so it takes smaller steps. */
  private static final double BIAS_RATE = 0.4;

  /** The logit of a topic that few documents are on. */
  private static final float FIRST_BIAS = -3;

  private final int topics;

  /** {@code [column][topic]}, to be multiplied by {@link #scale}. */
  private final float[][] weights;

  private final float[] biases;

  /** The penalty shrinks all weights at each step: their common factor does it at once. */
  private double scale = 1;

  private JointFit(int topics, int columns, float firstBias) {
    this.topics = topics;
    weights = new float[columns][topics];
    biases = new float[topics];
    Arrays.fill(biases, firstBias);
  }

  /**
   * Fits.
   *
   * @param columns how many the rows' vectors have
   * @param strength as liblinear's C: small means small weights
   * @param epochs how often each row is gone over
   */
  static JointFit of(List<Row> rows, int columns, double strength, int epochs, long seed) {
    Row first = rows.get(0);
    float bias = first.hasOffsets() ? 0 : FIRST_BIAS;
    JointFit fit = new JointFit(first.truth().length, columns, bias);
    int[] order = IntStream.range(0, rows.size()).toArray();
    Random random = new Random(seed);
    double penalty = 1 / (strength * rows.size());
    double steps = (double) epochs * rows.size();
    for (int epoch = 0; epoch < epochs; epoch++) {
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
    row.vector().addRows(weights, logits);
    for (int topic = 0; topic < topics; topic++) {
      logits[topic] = (float) (logits[topic] * scale) + biases[topic] + row.offset(topic);
    }
    return logits;
  }

  /** The weight of a column. */
  float weight(int column, int topic) {
    return (float) (weights[column][topic] * scale);
  }

  float bias(int topic) {
    return biases[topic];
  }

  private void step(Row row, double left, double penalty) {
    float[] errors = logits(row);
    for (int topic = 0; topic < topics; topic++) {
      float truth = row.truth()[topic];
      errors[topic] = Float.isNaN(truth) ? 0 : (float) (1 / (1 + Math.exp(-errors[topic]))) - truth;
      biases[topic] -= (float) (BIAS_RATE * left * row.weight() * errors[topic]);
    }
    scale *= 1 - RATE * left * penalty;
    row.vector().addToRows(weights, errors, (float) (-RATE * left * row.weight() / scale));
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
