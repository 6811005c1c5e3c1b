package dev.broadsheet.summary;

/** The mean gain of a further sentence, by the length of the picks so far. One thread. */
final class Levels {

  private static final int WORDS_APART = 8;

  private final double[] sums = new double[TreeEnsemble.LEAVES];
  private final int[] counts = new int[TreeEnsemble.LEAVES];

  void add(int words, double gain) {
    int level = Math.min(words / WORDS_APART, TreeEnsemble.LEAVES - 1);
    sums[level] += gain;
    counts[level]++;
  }

  /**
   * The trees and one more for the level. A length that never occurred has that of the next
   * shorter.
   */
  TreeEnsemble addTo(TreeEnsemble trees) {
    float[] steps = new float[TreeEnsemble.NODES];
    float[] means = new float[TreeEnsemble.LEAVES];
    for (int level = 0; level < TreeEnsemble.LEAVES; level++) {
      float shorter = level == 0 ? 0 : means[level - 1];
      means[level] = counts[level] == 0 ? shorter : (float) (sums[level] / counts[level]);
    }
    for (int step = 0; step < TreeEnsemble.NODES; step++) {
      steps[step] = (step + 1) * WORDS_APART - 0.5f;
    }
    return trees.plus(PickFeatures.WORDS, steps, means);
  }
}
