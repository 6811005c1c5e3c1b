package dev.broadsheet.topics.train;

/**
 * The probability from which a topic is given, and how right and complete that was on documents
 * that the fit had not seen.
 */
record ThresholdFit(double threshold, double precision, double recall, double f1) {

  /** Of a topic that is given with a narrower one only: no probability reaches it. */
  static final ThresholdFit NEVER = new ThresholdFit(1.01, 0, 0, 0);

  /**
   * Counts as scores.
   *
   * @param hits right ones among the given
   */
  static ThresholdFit of(double threshold, double hits, double given, double positives) {
    double precision = given == 0 ? 0 : hits / given;
    return new ThresholdFit(threshold, precision, hits / positives, 2 * hits / (given + positives));
  }
}
