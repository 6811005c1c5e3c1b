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

  /** Where a topic's documents are few, what all topics' documents say has this weight. */
  private static final double PRIOR = 8;

  /** The intercept's part of it. */
  private static final double INTERCEPT = 0.25;

  private PlattFit() {}

  /**
   * Fits slope and intercept; the threshold is 0.5.
   *
   * @param isPositive one element a logit; both kinds are there
   */
  static Calibration of(List<Double> logits, List<Boolean> isPositive) {
    return of(logits, isPositive, new Calibration(1, 0, 0.5), RIDGE);
  }

  /** The same, drawn to the calibration of all topics. */
  static Calibration of(List<Double> logits, List<Boolean> isPositive, Calibration all) {
    return of(logits, isPositive, all, PRIOR);
  }

  private static Calibration of(
      List<Double> logits, List<Boolean> isPositive, Calibration prior, double weight) {
    long positives = isPositive.stream().filter(positive -> positive).count();
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1.0 / (logits.size() - positives + 2.0);
    double slope = prior.slope();
    double intercept = prior.intercept();
    for (int step = 0; step < MAX_STEPS; step++) {
      double g1 = weight * (slope - prior.slope());
      double g2 = weight * (intercept - prior.intercept()) * INTERCEPT;
      double h11 = weight, h12 = 0, h22 = RIDGE + weight * INTERCEPT;
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
