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
  private final int terms;

  /** {@code [column][topic]}, to be multiplied by {@link #scale}: an array each, for its loop. */
  private final float[][] weights;

  private final float[] biases;

  /** The penalty shrinks all weights at each step: their common factor does it at once. */
  private double scale = 1;

  private JointFit(int topics, int terms, int concepts, float firstBias) {
    this.topics = topics;
    this.terms = terms;
    weights = new float[terms + concepts][topics];
    biases = new float[topics];
    Arrays.fill(biases, firstBias);
  }

  /**
   * Fits.
   *
   * @param terms the number of columns that are terms; concepts have those after them
   * @param strength as liblinear's C: small means small weights
   * @param epochs how often each row is gone over
   */
  static JointFit of(List<Row> rows, int terms, double strength, int epochs, long seed) {
    Row first = rows.get(0);
    float bias = first.hasOffsets() ? 0 : FIRST_BIAS;
    JointFit fit = new JointFit(first.truth().length, terms, first.concepts().length, bias);
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
    SparseVector vector = row.terms();
    for (int i = 0; i < vector.size(); i++) {
      add(logits, weights[vector.column(i)], vector.value(i));
    }
    for (int i = 0; i < row.concepts().length; i++) {
      add(logits, weights[terms + i], row.concepts()[i]);
    }
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
    descend(row, errors, (float) (-RATE * left * row.weight() / scale));
  }

  private void descend(Row row, float[] errors, float rate) {
    SparseVector vector = row.terms();
    for (int i = 0; i < vector.size(); i++) {
      add(weights[vector.column(i)], errors, rate * vector.value(i));
    }
    for (int i = 0; i < row.concepts().length; i++) {
      add(weights[terms + i], errors, rate * row.concepts()[i]);
    }
  }

  /** One array at a place of its own, or the loop is not made one over vectors. */
  private static void add(float[] sums, float[] values, float factor) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * values[i];
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
