package dev.broadsheet.topics;

/**
 * A weight for each term's row and topic, in one signed byte each, times the row's scale. Sums are
 * taken in whole numbers, so that they do not depend on their order and parts add up to the whole.
 * Immutable, safe to share.
 */
final class QuantizedWeights {

  /** No sum of weights, times values of a vector of length one or two, is larger than this many. */
  private static final double MOST_SUM = 80;

  private final int topics;

  /**
   * {@code [row][topic]}; integers, as Java 17 adds bytes one by one and integers by the vector.
   */
  private final int[][] steps;

  private final float[] scales;

  /** How many units of a sum make one. */
  private final double unit;

  /** Takes the arrays as its own. */
  QuantizedWeights(int topics, int[][] steps, float[] scales) {
    this.topics = topics;
    this.steps = steps;
    this.scales = scales;
    this.unit = unit(scales);
  }

  private static double unit(float[] scales) {
    double largest = 1e-6;
    for (float scale : scales) {
      largest = Math.max(largest, scale);
    }
    double most = Integer.MAX_VALUE / (MOST_SUM * largest * Byte.MAX_VALUE);
    return Double.longBitsToDouble(Double.doubleToLongBits(most) & 0xFFF0000000000000L);
  }

  /** Rounds weights to bytes; {@code weights[topic][row]}. */
  static QuantizedWeights of(float[][] weights) {
    int rows = weights[0].length;
    int[][] steps = new int[rows][weights.length];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      scales[row] = largest(weights, row) / Byte.MAX_VALUE;
      for (int topic = 0; topic < weights.length && scales[row] > 0; topic++) {
        steps[row][topic] = Math.round(weights[topic][row] / scales[row]);
      }
    }
    return new QuantizedWeights(weights.length, steps, scales);
  }

  private static float largest(float[][] weights, int row) {
    float largest = 0;
    for (float[] topic : weights) {
      largest = Math.max(largest, Math.abs(topic[row]));
    }
    return largest;
  }

  int topics() {
    return topics;
  }

  int step(int row, int topic) {
    return steps[row][topic];
  }

  float scale(int row) {
    return scales[row];
  }

  /** What a row's steps count, in units, where its term has this value. */
  int factor(int row, double value) {
    return (int) Math.round(value * scales[row] * unit);
  }

  /** A sum in units as a number. */
  double number(double sum) {
    return sum / unit;
  }

  /** Adds the steps of the first {@code count} rows, each row's times its factor, to the sums. */
  void addTo(int[] sums, int[] rows, int[] factors, int count) {
    for (int i = 0; i < count; i++) {
      add(sums, steps[rows[i]], factors[i]);
    }
  }

  private static void add(int[] sums, int[] row, int factor) {
    for (int topic = 0; topic < sums.length; topic++) {
      sums[topic] += factor * row[topic];
    }
  }
}
