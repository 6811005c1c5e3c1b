package dev.broadsheet.topics;

/**
 * A weight for each term's row and topic, in one signed byte each, times the row's scale.
 * Immutable, safe to share.
 */
final class QuantizedWeights {

  private final int topics;
  private final byte[] steps;
  private final float[] scales;

  /** Takes the arrays as its own; {@code steps} holds row after row. */
  QuantizedWeights(int topics, byte[] steps, float[] scales) {
    this.topics = topics;
    this.steps = steps;
    this.scales = scales;
  }

  /** Rounds weights to bytes; {@code weights[topic][row]}. */
  static QuantizedWeights of(float[][] weights) {
    int rows = weights[0].length;
    byte[] steps = new byte[rows * weights.length];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      scales[row] = largest(weights, row) / Byte.MAX_VALUE;
      for (int topic = 0; topic < weights.length && scales[row] > 0; topic++) {
        steps[row * weights.length + topic] = (byte) Math.round(weights[topic][row] / scales[row]);
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

  byte[] steps() {
    return steps;
  }

  float[] scales() {
    return scales;
  }

  double weight(int row, int topic) {
    return (double) scales[row] * steps[row * topics + topic];
  }

  /**
   * Adds the weights of the first {@code count} rows to the logits, each row's times its value:
   * some rows at a time, as the memory that holds them is what takes the time.
   */
  void addTo(double[] logits, int[] rows, double[] values, int count) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      addFour(logits, rows, values, i);
    }
    for (; i < count; i++) {
      addOne(logits, rows[i], values[i]);
    }
  }

  private void addFour(double[] logits, int[] rows, double[] values, int at) {
    double a = values[at] * scales[rows[at]];
    double b = values[at + 1] * scales[rows[at + 1]];
    double c = values[at + 2] * scales[rows[at + 2]];
    double d = values[at + 3] * scales[rows[at + 3]];
    int firstA = rows[at] * topics;
    int firstB = rows[at + 1] * topics;
    int firstC = rows[at + 2] * topics;
    int firstD = rows[at + 3] * topics;
    for (int topic = 0; topic < topics; topic++) {
      logits[topic] +=
          (a * steps[firstA + topic] + b * steps[firstB + topic])
              + (c * steps[firstC + topic] + d * steps[firstD + topic]);
    }
  }

  private void addOne(double[] logits, int row, double value) {
    double step = value * scales[row];
    int first = row * topics;
    for (int topic = 0; topic < topics; topic++) {
      logits[topic] += step * steps[first + topic];
    }
  }
}
