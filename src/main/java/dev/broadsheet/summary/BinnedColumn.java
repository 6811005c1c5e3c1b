package dev.broadsheet.summary;

import java.util.Arrays;

/** One number of all rows, as the bin that it falls into. Immutable. */
final class BinnedColumn {

  /** Most bins of a column. */
  static final int MOST = 64;

  private final float[] thresholds;
  private final byte[] bins;

  private BinnedColumn(float[] thresholds, byte[] bins) {
    this.thresholds = thresholds;
    this.bins = bins;
  }

  /** Bins a column so that they hold about as many rows each; rows alike share one. */
  static BinnedColumn of(Rows rows, int column) {
    float[] values = rows.column(column);
    float[] thresholds = thresholds(values);
    byte[] bins = new byte[values.length];
    for (int i = 0; i < bins.length; i++) {
      int at = Arrays.binarySearch(thresholds, values[i]);
      bins[i] = (byte) (at < 0 ? ~at : at);
    }
    return new BinnedColumn(thresholds, bins);
  }

  /** What is between the bins, ascending. Not copied. */
  float[] thresholds() {
    return thresholds;
  }

  /** By row, how many thresholds are below its number. Not copied. */
  byte[] bins() {
    return bins;
  }

  /** Each half-way between two neighbours in order; if all are alike, one that none is above. */
  private static float[] thresholds(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float[] thresholds = new float[MOST - 1];
    int count = 0;
    for (int bin = 1, at = 0; bin < MOST; bin++) {
      at = endOfRun(sorted, Math.max(at, (int) ((long) bin * sorted.length / MOST)));
      float threshold = at < sorted.length ? (sorted[at - 1] + sorted[at]) / 2 : Float.NaN;
      if (at < sorted.length && (count == 0 || threshold > thresholds[count - 1])) {
        thresholds[count++] = threshold;
      }
    }
    return count == 0 ? new float[] {sorted[0]} : Arrays.copyOf(thresholds, count);
  }

  /** The first place from here on whose number is not that of the one before it. */
  private static int endOfRun(float[] sorted, int from) {
    int at = Math.max(from, 1);
    while (at < sorted.length && sorted[at] == sorted[at - 1]) {
      at++;
    }
    return at;
  }
}
