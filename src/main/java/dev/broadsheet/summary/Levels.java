package dev.broadsheet.summary;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The mean gain of a further sentence, by the length of the picks so far. Immutable, safe to share.
 */
final class Levels {

  private static final int WORDS_APART = 8;
  private static final int COUNT = 16;

  private final float[] means;

  private Levels(float[] means) {
    this.means = means;
  }

  /** The mean gain. */
  double gain(int words) {
    return means[level(words)];
  }

  void write(DataOutputStream out) throws IOException {
    TreeEnsemble.writeFloats(out, means);
  }

  static Levels read(DataInputStream in) throws IOException {
    return new Levels(TreeEnsemble.readFloats(in));
  }

  private static int level(int words) {
    return Math.min(words / WORDS_APART, COUNT - 1);
  }

  /** Takes the means. One thread. */
  static final class Means {

    private final double[] sums = new double[COUNT];
    private final int[] counts = new int[COUNT];

    void add(int words, double gain) {
      sums[level(words)] += gain;
      counts[level(words)]++;
    }

    /** A length that never occurred has the mean of the next shorter. */
    Levels levels() {
      float[] means = new float[COUNT];
      for (int level = 0; level < COUNT; level++) {
        float shorter = level == 0 ? 0 : means[level - 1];
        means[level] = counts[level] == 0 ? shorter : (float) (sums[level] / counts[level]);
      }
      return new Levels(means);
    }
  }
}
