package dev.broadsheet.summary;

import java.util.Arrays;

/**
 * Looks for the question that parts the rows of all nodes of a level best: which lowers a quadratic
 * model of the loss most (Chen and Guestrin, KDD 2016, equation 7, summed over the nodes). Ties go
 * to the question tried first. One thread.
 */
final class SplitSearch {

  private static final int BINS = BinnedColumn.MOST;

  private final double penalty;

  /** By node and bin, sums over the rows up to that bin. */
  private final double[] slopeSums = new double[TreeEnsemble.LEAVES * BINS];

  private final double[] curvatureSums = new double[TreeEnsemble.LEAVES * BINS];

  private double[] slopes;
  private double[] curvatures;
  private byte[] nodes;
  private int nodeCount;
  private double bestGain;
  private int column;
  private int bin;

  /**
   * @param penalty added to the curvature of either side
   */
  SplitSearch(double penalty) {
    this.penalty = penalty;
  }

  /**
   * Begins a level.
   *
   * @param slopes of the rows, kept as are all arrays
   * @param nodes of the rows, below {@code nodeCount}
   */
  void start(double[] slopes, double[] curvatures, byte[] nodes, int nodeCount) {
    this.slopes = slopes;
    this.curvatures = curvatures;
    this.nodes = nodes;
    this.nodeCount = nodeCount;
    bestGain = Double.NEGATIVE_INFINITY;
  }

  /** The column of the best question so far. */
  int column() {
    return column;
  }

  /** The last bin of the best question's left side. */
  int bin() {
    return bin;
  }

  /** Tries all questions of a column. */
  void tryColumn(int number, BinnedColumn values) {
    sum(values.bins());
    for (int last = 0; last < values.thresholds().length; last++) {
      double gain = gain(last);
      if (gain > bestGain) {
        bestGain = gain;
        column = number;
        bin = last;
      }
    }
  }

  private void sum(byte[] bins) {
    Arrays.fill(slopeSums, 0, nodeCount * BINS, 0);
    Arrays.fill(curvatureSums, 0, nodeCount * BINS, 0);
    for (int i = 0; i < bins.length; i++) {
      slopeSums[nodes[i] * BINS + bins[i]] += slopes[i];
      curvatureSums[nodes[i] * BINS + bins[i]] += curvatures[i];
    }
    for (int cell = 0; cell < nodeCount * BINS; cell++) {
      slopeSums[cell] += cell % BINS == 0 ? 0 : slopeSums[cell - 1];
      curvatureSums[cell] += cell % BINS == 0 ? 0 : curvatureSums[cell - 1];
    }
  }

  private double gain(int last) {
    double gain = 0;
    for (int begin = 0; begin < nodeCount * BINS; begin += BINS) {
      double slope = slopeSums[begin + last];
      double curvature = curvatureSums[begin + last];
      int all = begin + BINS - 1;
      gain += gain(slope, curvature);
      gain += gain(slopeSums[all] - slope, curvatureSums[all] - curvature);
    }
    return gain;
  }

  private double gain(double slope, double curvature) {
    return slope * slope / (curvature + penalty);
  }
}
