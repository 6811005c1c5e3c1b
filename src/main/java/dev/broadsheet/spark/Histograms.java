package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.expr;

import dev.broadsheet.report.ArchiveView;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Histograms of probabilities, in {@link ArchiveView#BINS} equal bins. */
final class Histograms {

  private Histograms() {}

  /** The bin of a probability; 1 falls into the last, null into none. */
  static Column bin(String probability) {
    int last = ArchiveView.BINS - 1;
    return expr(
        "if(%1$s >= 1, %2$d, int(%1$s * %3$d))".formatted(probability, last, ArchiveView.BINS));
  }

  /** The histogram of the first column. */
  static int[] of(Dataset<Row> values) {
    int[] bins = new int[ArchiveView.BINS];
    for (Row row : values.groupBy(bin(values.columns()[0])).count().collectAsList()) {
      bins[row.getInt(0)] = Math.toIntExact(row.getLong(1));
    }
    return bins;
  }
}
