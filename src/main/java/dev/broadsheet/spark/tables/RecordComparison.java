package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Decides, by the table itself, what is new. Of several records of one id the last counts: by the
 * modification time of their files, then by path, then by place in the file. A row counts as such a
 * record too as long as its file stands unchanged; the row of a file that changed or vanished gives
 * way to any record.
 *
 * @param standing files not read this time: {@code path}, {@code modified}
 * @param fingerprint of the rows that this run makes
 * @param makesAnew whether rows with another fingerprint are replaced
 */
record RecordComparison(Dataset<Row> standing, String fingerprint, boolean makesAnew) {

  /**
   * A row for each id read: {@code article_id, place, source_uri, url, verdict, records,
   * by_others}. The place is that of the record that counts, and of no other.
   *
   * @param staged articles read
   * @param articles the table
   * @param tombstones the table
   */
  Dataset<Row> verdicts(Dataset<Row> staged, Dataset<Row> articles, Dataset<Row> tombstones) {
    return lastRecords(staged)
        .join(rows(articles), "article_id", "left_outer")
        .join(
            forgotten(tombstones),
            sha2(col("article_id"), 256).equalTo(col("id_sha256")),
            "left_outer")
        .withColumn("verdict", verdict())
        .select(
            col("article_id"),
            col("incoming.place"),
            col("incoming.source_uri"),
            col("incoming.url"),
            col("verdict"),
            col("records"),
            isOfOthers().as("by_others"));
  }

  /** The place, which orders records, comes first. */
  private static Dataset<Row> lastRecords(Dataset<Row> staged) {
    Column record = struct("place", "source_uri", "content_sha256", "url");
    return staged
        .groupBy("article_id")
        .agg(max(record).as("incoming"), count(lit(1)).as("records"));
  }

  private Dataset<Row> rows(Dataset<Row> articles) {
    Column row = struct("modified", "path", "source_uri", "url", "content_sha256", "fingerprint");
    return articles
        .join(standing, TableRows.FILE.equalTo(col("path")), "left_outer")
        .select(col("article_id"), row.as("row"));
  }

  private static Dataset<Row> forgotten(Dataset<Row> tombstones) {
    return tombstones.select("id_sha256").distinct();
  }

  private Column isOfOthers() {
    return col("row").isNotNull().and(col("row.fingerprint").eqNullSafe(fingerprint).unary_$bang());
  }

  private Column verdict() {
    Column rowsFile = struct("row.modified", "row.path");
    Column isStanding = col("row.modified").isNotNull();
    Column isLater =
        isStanding.and(rowsFile.gt(struct("incoming.place.modified", "incoming.place.file")));
    Column isOther =
        col("row.content_sha256").eqNullSafe(col("incoming.content_sha256")).unary_$bang();
    Column isOutdated = lit(makesAnew).and(isOfOthers());
    Column isElsewhere =
        col("row.source_uri")
            .notEqual(col("incoming.source_uri"))
            .or(col("row.url").eqNullSafe(col("incoming.url")).unary_$bang());
    return when(col("id_sha256").isNotNull(), Verdict.FORGOTTEN.name())
        .when(col("row").isNull(), Verdict.ADDED.name())
        .when(isLater, Verdict.DUPLICATE.name())
        .when(isOther.or(isOutdated), Verdict.CHANGED.name())
        .when(isElsewhere, Verdict.MOVED.name())
        .otherwise(Verdict.UNCHANGED.name());
  }

  /**
   * Ids of rows whose record is gone: their file was read without it, or vanished.
   *
   * @param verdicts of the records read
   * @param gone files read or vanished: {@code path}
   */
  static Dataset<Row> vanished(Dataset<Row> articles, Dataset<Row> verdicts, Dataset<Row> gone) {
    return articles
        .join(gone, TableRows.FILE.equalTo(col("path")), "left_semi")
        .join(verdicts.select("article_id"), "article_id", "left_anti")
        .select("article_id");
  }
}
