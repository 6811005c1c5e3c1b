package dev.broadsheet.topics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say: decisions in ten bins of equal width. Mergeable; one
 * thread at a time.
 */
public final class Reliability {

  private static final int BINS = 10;

  /**
   * A row of the reliability table.
   *
   * @param from the bin's least probability
   * @param decisions how many fell into it
   * @param said their mean probability
   * @param was the share of them that was true
   */
  public record Bin(double from, long decisions, double said, double was) {}

  private final long[] decisions = new long[BINS];
  private final long[] trues = new long[BINS];
  private final double[] said = new double[BINS];
  private double squares;

  /** One more decision. */
  public void add(double probability, boolean truth) {
    int bin = Math.min(BINS - 1, (int) (probability * BINS));
    decisions[bin]++;
    trues[bin] += truth ? 1 : 0;
    said[bin] += probability;
    squares += (probability - (truth ? 1 : 0)) * (probability - (truth ? 1 : 0));
  }

  /** Those decisions as well. */
  public void merge(Reliability other) {
    for (int bin = 0; bin < BINS; bin++) {
      decisions[bin] += other.decisions[bin];
      trues[bin] += other.trues[bin];
      said[bin] += other.said[bin];
    }
    squares += other.squares;
  }

  /**
   * Expected calibration error: the bins' gaps between said and was, weighted by their decisions
   * (Guo et al., "On Calibration of Modern Neural Networks", 2017). NaN without decisions.
   */
  public double expectedCalibrationError() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(said[bin] - trues[bin]);
    }
    return error / total();
  }

  /** The mean squared error of the probabilities (Brier, 1950). NaN without decisions. */
  public double brier() {
    return squares / total();
  }

  /** The bins that hold decisions. */
  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (decisions[bin] > 0) {
        double count = decisions[bin];
        bins.add(
            new Bin((double) bin / BINS, decisions[bin], said[bin] / count, trues[bin] / count));
      }
    }
    return bins;
  }

  private long total() {
    long total = 0;
    for (long bin : decisions) {
      total += bin;
    }
    return total;
  }
}
