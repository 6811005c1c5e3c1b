package dev.broadsheet.topics.train;

import java.util.Random;

/**
 * A support vector machine with squared hinge loss and L2 penalty, on terms scaled by their {@link
 * CountRatio}, by dual coordinate descent with shrinking: Hsieh et al., "A dual coordinate descent
 * method for large-scale linear SVM" (2008). Weights are kept as they count on unscaled terms, so
 * that all fits share the matrix. One thread; the same rows give the same weights.
 */
final class MarginFit {

  private static final long SEED = 1;
  private static final double TOLERANCE = 0.05;
  private static final int MOST_PASSES = 1000;

  private final SparseMatrix matrix;
  private final TopicTargets targets;

  /** Squares of the columns' scales. */
  private final float[] scales;

  private final float[] weights;
  private double bias;

  /** One a row, like the arrays that follow. */
  private final double[] alphas;

  /** Squared lengths, the bias's column included. */
  private final double[] squares;

  /** The rows still looked at come first. */
  private final int[] order;

  private final Random random = new Random(SEED);
  private double largest;
  private double smallest;

  /** Without weights yet; both kinds are among the targets. */
  MarginFit(SparseMatrix matrix, TopicTargets targets) {
    this.matrix = matrix;
    this.targets = targets;
    scales = CountRatio.squares(matrix, targets);
    weights = new float[matrix.columns()];
    alphas = new double[targets.size()];
    squares = new double[targets.size()];
    order = new int[targets.size()];
    for (int i = 0; i < targets.size(); i++) {
      squares[i] = matrix.row(targets.row(i)).squares(scales) + 1;
      order[i] = i;
    }
  }

  /**
   * Fits, from where an earlier call ended.
   *
   * @param strength liblinear's C: small means small weights
   */
  MarginFit fit(double strength) {
    double diagonal = 0.5 / strength;
    double limit = Double.POSITIVE_INFINITY;
    int active = order.length;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      boolean isWhole = active == order.length;
      active = pass(active, diagonal, limit);
      limit = largest > 0 ? largest : Double.POSITIVE_INFINITY;
      if (largest - smallest <= TOLERANCE) {
        if (isWhole) {
          return this;
        }
        active = order.length;
        limit = Double.POSITIVE_INFINITY;
      }
    }
    return this;
  }

  double logit(SparseVector row) {
    return row.product(weights) + bias;
  }

  /** What was learned. */
  TopicFit topic() {
    return new TopicFit(weights, bias, 0);
  }

  /** Over the active rows, in random order; leaves out those far beyond the margin. */
  private int pass(int active, double diagonal, double limit) {
    largest = Double.NEGATIVE_INFINITY;
    smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < active; i++) {
      swap(i, i + random.nextInt(active - i));
    }
    int left = active;
    for (int i = 0; i < left; ) {
      if (step(order[i], diagonal, limit)) {
        i++;
      } else {
        swap(i, --left);
      }
    }
    return left;
  }

  /** Whether the row is worth another look. */
  private boolean step(int i, double diagonal, double limit) {
    SparseVector vector = matrix.row(targets.row(i));
    double sign = targets.isPositive(i) ? 1 : -1;
    double gradient = sign * logit(vector) - 1 + alphas[i] * diagonal;
    if (alphas[i] == 0 && gradient > limit) {
      return false;
    }
    double projected = alphas[i] == 0 ? Math.min(gradient, 0) : gradient;
    largest = Math.max(largest, projected);
    smallest = Math.min(smallest, projected);
    if (Math.abs(projected) > 1e-12) {
      double alpha = Math.max(alphas[i] - gradient / (squares[i] + diagonal), 0);
      double change = (alpha - alphas[i]) * sign;
      alphas[i] = alpha;
      vector.addTo(weights, (float) change, scales);
      bias += change;
    }
    return true;
  }

  private void swap(int i, int j) {
    int swapped = order[i];
    order[i] = order[j];
    order[j] = swapped;
  }
}
