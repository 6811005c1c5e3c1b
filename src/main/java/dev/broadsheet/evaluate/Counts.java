package dev.broadsheet.evaluate;

/**
 * Hits and misses of yes-or-no decisions; they add up.
 *
 * @param hits given and true
 * @param falseAlarms given, not true
 * @param misses true, not given
 */
public record Counts(long hits, long falseAlarms, long misses) {

  public static final Counts NONE = new Counts(0, 0, 0);

  /** These decisions and those. */
  public Counts plus(Counts other) {
    return new Counts(hits + other.hits, falseAlarms + other.falseAlarms, misses + other.misses);
  }

  /** One more decision. */
  public Counts plus(boolean given, boolean truth) {
    return new Counts(
        hits + (given && truth ? 1 : 0),
        falseAlarms + (given && !truth ? 1 : 0),
        misses + (!given && truth ? 1 : 0));
  }

  /** Hits among the given, 0 if none was given. */
  public double precision() {
    return ratio(hits, hits + falseAlarms);
  }

  /** Hits among the true, 0 if none is true. */
  public double recall() {
    return ratio(hits, hits + misses);
  }

  /** Harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN); 0 if nothing is there. */
  public double f1() {
    return ratio(2 * hits, 2 * hits + falseAlarms + misses);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
