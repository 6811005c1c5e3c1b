package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Calibration;
import java.util.List;

/**
 * Platt scaling by Newton's method, after Lin, Lin and Weng, "A note on Platt's probabilistic
 * outputs for support vector machines" (2007), their smoothed targets included.
 */
final class PlattFit {

  private static final int MAX_STEPS = 100;
  private static final double RIDGE = 1e-9;

  private PlattFit() {}

  /**
   * Fits slope and intercept; the threshold is 0.5.
   *
   * @param isPositive one element a logit; both kinds are there
   */
  static Calibration of(List<Double> logits, List<Boolean> isPositive) {
    long positives = isPositive.stream().filter(positive -> positive).count();
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1.0 / (logits.size() - positives + 2.0);
    double slope = 1;
    double intercept = 0;
    for (int step = 0; step < MAX_STEPS; step++) {
      double g1 = 0, g2 = 0, h11 = RIDGE, h12 = 0, h22 = RIDGE;
      for (int i = 0; i < logits.size(); i++) {
        double x = logits.get(i);
        double p = 1 / (1 + Math.exp(-(slope * x + intercept)));
        double error = p - (isPositive.get(i) ? high : low);
        double curvature = p * (1 - p);
        g1 += error * x;
        g2 += error;
        h11 += curvature * x * x;
        h12 += curvature * x;
        h22 += curvature;
      }
      double determinant = h11 * h22 - h12 * h12;
      double ds = (h22 * g1 - h12 * g2) / determinant;
      double di = (h11 * g2 - h12 * g1) / determinant;
      slope -= ds;
      intercept -= di;
      if (Math.abs(ds) + Math.abs(di) < 1e-9) {
        break;
      }
    }
    return new Calibration(slope, intercept, 0.5);
  }
}
