package dev.broadsheet.topics.train;

import java.util.Arrays;

/**
 * How unevenly terms are spread over yes and no, the size of naive Bayes' log-count ratio: scaled
 * by it, telling terms are spared by a strong regularisation. Wang and Manning, "Baselines and
 * bigrams" (2012).
 */
final class CountRatio {

  /** "NB-SVM", interpolated: how far terms are scaled. */
  private static final double SHARE = 0.5;

  private CountRatio() {}

  /** Squares of {@code 1 - share + share * |ratio|}, one a term; 1 for other columns. */
  static float[] squares(SparseMatrix matrix, TopicTargets targets) {
    int[] yes = new int[matrix.columns()];
    int[] no = new int[matrix.columns()];
    for (int i = 0; i < targets.size(); i++) {
      matrix.row(targets.row(i)).count(targets.isPositive(i) ? yes : no);
    }
    double shift = Math.log(smoothed(no) / smoothed(yes));
    float[] squares = new float[yes.length];
    Arrays.fill(squares, 1);
    for (int i = 0; i < matrix.terms(); i++) {
      double ratio = Math.log((yes[i] + 1.0) / (no[i] + 1.0)) + shift;
      double scale = 1 - SHARE + SHARE * Math.abs(ratio);
      squares[i] = (float) (scale * scale);
    }
    return squares;
  }

  private static double smoothed(int[] counts) {
    return Arrays.stream(counts).asLongStream().sum() + (double) counts.length;
  }
}
