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

  /** Adds {@code value} times the row's weights to the logits. */
  void addTo(double[] logits, int row, double value) {
    double step = value * scales[row];
    int first = row * topics;
    for (int topic = 0; topic < topics; topic++) {
      logits[topic] += step * steps[first + topic];
    }
  }
}
