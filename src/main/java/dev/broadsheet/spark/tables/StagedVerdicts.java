package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.broadsheet.spark.PartFiles;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.util.EnumMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The verdicts of a sync, written down so that all that follows goes by the same ones. */
final class StagedVerdicts {

  /** Of no records; has counts only. */
  static final StagedVerdicts NONE = new StagedVerdicts(null);

  private final Dataset<Row> verdicts;
  private final Map<Verdict, Long> ids = new EnumMap<>(Verdict.class);
  private final Map<Verdict, Long> records = new EnumMap<>(Verdict.class);
  private long byOthers;

  private StagedVerdicts(Dataset<Row> verdicts) {
    this.verdicts = verdicts;
  }

  /**
   * Writes verdicts and counts them.
   *
   * @param folder the staging folder
   */
  static StagedVerdicts write(Dataset<Row> verdicts, Path folder) {
    Path path = new Path(folder, "verdicts");
    verdicts.write().parquet(path.toString());
    StagedVerdicts staged =
        new StagedVerdicts(
            verdicts
                .sparkSession()
                .read()
                .schema(verdicts.schema())
                .parquet(PartFiles.literal(path)));
    staged.count();
    return staged;
  }

  private void count() {
    Column other =
        col("by_others").and(col("verdict").isin(Verdict.UNCHANGED.name(), Verdict.MOVED.name()));
    for (Row row :
        verdicts
            .groupBy("verdict")
            .agg(sum(lit(1L)), sum("records"), sum(other.cast("long")))
            .collectAsList()) {
      Verdict verdict = Verdict.valueOf(row.getString(0));
      ids.put(verdict, row.getLong(1));
      records.put(verdict, row.getLong(2));
      byOthers += row.getLong(3);
    }
  }

  Dataset<Row> rows() {
    return verdicts;
  }

  /** Ids with the verdict. */
  long ids(Verdict verdict) {
    return ids.getOrDefault(verdict, 0L);
  }

  /** Records with an id of the verdict. */
  long records(Verdict verdict) {
    return records.getOrDefault(verdict, 0L);
  }

  /** Records that give way to a later one of their id. */
  long duplicates() {
    long all = 0;
    for (Verdict verdict : Verdict.values()) {
      if (verdict != Verdict.FORGOTTEN) {
        all += records(verdict) - ids(verdict);
      }
    }
    return all + ids(Verdict.DUPLICATE);
  }

  /** Whether rows stay that other models or another configuration made. */
  boolean leaveRowsOfOthers() {
    return byOthers > 0;
  }

  private Dataset<Row> with(Verdict... wanted) {
    return verdicts.where(
        col("verdict").isInCollection(java.util.Arrays.stream(wanted).map(Enum::name).toList()));
  }

  /**
   * Brings the table to what was read, as one commit; none if all is unchanged.
   *
   * @param staged articles read
   * @param fingerprint of these
   */
  void merge(
      ArchiveTables tables, Dataset<Row> staged, String fingerprint, Map<String, String> summary) {
    Dataset<Row> made =
        staged
            .join(with(Verdict.ADDED, Verdict.CHANGED).select("place"), "place", "left_semi")
            .withColumn("fingerprint", lit(fingerprint))
            .withColumn("file", col("place.file"))
            .drop("place");
    if (ids(Verdict.CHANGED) + ids(Verdict.MOVED) > 0) {
      tables.merge(made.unionByName(moved(tables.read(Name.ARTICLES))), summary);
    } else if (ids(Verdict.ADDED) > 0) {
      tables.append(Name.ARTICLES, made, summary);
    }
  }

  private Dataset<Row> moved(Dataset<Row> articles) {
    Dataset<Row> places =
        with(Verdict.MOVED)
            .select(
                col("article_id"),
                col("source_uri").as("new_uri"),
                col("url").as("new_url"),
                col("place.file").as("new_file"));
    return articles
        .join(places, "article_id")
        .withColumn("source_uri", col("new_uri"))
        .withColumn("url", col("new_url"))
        .withColumn("file", col("new_file"))
        .drop("new_uri", "new_url", "new_file");
  }
}
