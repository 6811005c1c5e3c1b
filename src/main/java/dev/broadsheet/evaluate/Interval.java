package dev.broadsheet.evaluate;

import java.util.Arrays;
import java.util.Random;

/**
 * A mean over articles and its 95 % bootstrap interval: of 1,000 means of as many articles drawn
 * with replacement, the 25th lowest and highest. Seeded: equal values, equal interval.
 */
public record Interval(double mean, double low, double high) {

  private static final int DRAWS = 1000;
  private static final int TAIL = 25;
  private static final long SEED = 17;

  /** Of no values, all is 0. */
  public static Interval of(double[] values) {
    if (values.length == 0) {
      return new Interval(0, 0, 0);
    }
    Random random = new Random(SEED);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[draw] = sum / values.length;
    }
    Arrays.sort(means);
    double mean = Arrays.stream(values).sum() / values.length;
    return new Interval(mean, means[TAIL - 1], means[DRAWS - TAIL]);
  }
}
