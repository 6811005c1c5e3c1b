package dev.broadsheet.spark;

import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Outcome;
import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What the progress line shows. Tasks add, the driver reads; these are for the eye only: {@link
 * CountsAccumulator} is what the report trusts.
 */
record ProgressCounters(LongAccumulator articles, LongAccumulator rejects, LongAccumulator bytes)
    implements Serializable {

  static final String ARTICLES = "broadsheet.articles";
  static final String REJECTS = "broadsheet.rejects";
  static final String BYTES = "broadsheet.bytes";

  static ProgressCounters in(SparkContext spark) {
    return new ProgressCounters(
        spark.longAccumulator(ARTICLES),
        spark.longAccumulator(REJECTS),
        spark.longAccumulator(BYTES));
  }

  void add(Outcome outcome) {
    if (outcome instanceof Enriched) {
      articles.add(1);
    } else {
      rejects.add(1);
    }
  }

  /** Counts a slice that was read to its end. */
  void addBytes(long read) {
    bytes.add(read);
  }
}
