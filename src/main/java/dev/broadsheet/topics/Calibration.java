package dev.broadsheet.topics;

/**
 * From a topic's logit to a probability that means it: {@code 1 / (1 + exp(-(slope * logit +
 * intercept)))}, after Platt, "Probabilistic Outputs for Support Vector Machines" (1999).
 *
 * @param slope positive, so that order is kept
 * @param threshold from which probability on the topic is given
 */
public record Calibration(double slope, double intercept, double threshold) {

  /** The calibrated probability of a logit, in [0, 1]. */
  public double probability(double logit) {
    return 1 / (1 + Math.exp(-(slope * logit + intercept)));
  }
}
