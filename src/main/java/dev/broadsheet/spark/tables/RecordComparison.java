package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.coalesce;
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
 * @param files read this time: {@code path}, {@code modified}
 * @param standing files not read this time, likewise
 * @param fingerprint of the rows that this run makes
 * @param makesAnew whether rows with another fingerprint are replaced
 */
record RecordComparison(
    Dataset<Row> files, Dataset<Row> standing, String fingerprint, boolean makesAnew) {

  private static final Column URI = col("source_uri");

  /**
   * A row for each id read: {@code article_id, source_uri, url, verdict, records, by_others}.
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
            col("incoming.source_uri"),
            col("incoming.url"),
            col("verdict"),
            col("records"),
            coalesce(col("row.fingerprint").notEqual(fingerprint), lit(false)).as("by_others"));
  }

  /** The columns that order records come first. */
  private Dataset<Row> lastRecords(Dataset<Row> staged) {
    Column record = struct(rank(), URI.as("source_uri"), col("content_sha256"), col("url"));
    return withFile(staged, files, "left_outer")
        .groupBy("article_id")
        .agg(max(record).as("incoming"), count(lit(1)).as("records"));
  }

  private Dataset<Row> rows(Dataset<Row> articles) {
    return withFile(articles, standing, "left_outer")
        .select(
            col("article_id"),
            struct(
                    when(col("modified").isNotNull(), rank()).as("rank"),
                    URI,
                    col("url"),
                    col("content_sha256"),
                    col("fingerprint"))
                .as("row"));
  }

  private static Column rank() {
    return struct(
            coalesce(col("modified"), lit(0L)).as("modified"),
            TableRows.file(URI).as("file"),
            TableRows.position(URI).as("position"))
        .as("rank");
  }

  private static Dataset<Row> withFile(Dataset<Row> rows, Dataset<Row> files, String how) {
    return rows.join(files, TableRows.file(URI).equalTo(col("path")), how);
  }

  private static Dataset<Row> forgotten(Dataset<Row> tombstones) {
    return tombstones.select("id_sha256").distinct();
  }

  private Column verdict() {
    Column isLater = coalesce(col("row.rank").gt(col("incoming.rank")), lit(false));
    Column isOther = col("row.content_sha256").notEqual(col("incoming.content_sha256"));
    Column isOutdated = lit(makesAnew).and(col("row.fingerprint").notEqual(fingerprint));
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
    return withFile(articles.select("article_id", "source_uri"), gone, "left_semi")
        .join(verdicts.select("article_id"), "article_id", "left_anti")
        .select("article_id");
  }
}
