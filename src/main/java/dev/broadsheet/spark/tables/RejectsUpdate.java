package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.broadsheet.article.RejectReason;
import dev.broadsheet.spark.ArticleRows;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Rejects stay until their file changes or goes; those that come again remember since when. */
final class RejectsUpdate {

  private static final String[] KEY = {"source_uri", "reason"};

  private RejectsUpdate() {}

  /**
   * How many rejects of this run the table has already.
   *
   * @param rejects its rows now
   * @param fresh rejects of this run
   */
  static long known(Dataset<Row> rejects, Dataset<Row> fresh) {
    return fresh.join(rejects, KEY, "left_semi").count();
  }

  /**
   * The table's next rows.
   *
   * @param rejects its rows now
   * @param fresh rejects of this run, with the columns of {@link ArticleRows#STAGED_REJECTS}
   * @param standing files not read this time: {@code path}
   */
  static Dataset<Row> of(Dataset<Row> rejects, Dataset<Row> fresh, Dataset<Row> standing) {
    Dataset<Row> kept = rejects.join(standing, TableRows.FILE.equalTo(col("path")), "left_semi");
    return kept.unionByName(dated(fresh, rejects));
  }

  private static Dataset<Row> dated(Dataset<Row> fresh, Dataset<Row> rejects) {
    Dataset<Row> before =
        rejects
            .groupBy(KEY[0], KEY[1])
            .agg(min("first_seen").as("first_seen"), max("attempts").as("attempts"));
    return fresh
        .join(before, KEY, "left_outer")
        .withColumn("first_seen", coalesce(col("first_seen"), col("processed_at")))
        .withColumn("last_seen", col("processed_at"))
        .withColumn("attempts", coalesce(col("attempts"), lit(0)).plus(1))
        .select(ArticleRows.columns(TableRows.REJECTS));
  }

  /** The files that could not be read to their end: tried again by each sync. */
  static Set<String> unreadable(Dataset<Row> fresh) {
    return new HashSet<>(
        fresh
            .where(col("reason").equalTo(RejectReason.UNREADABLE_FILE.name()))
            .select("file")
            .distinct()
            .as(Encoders.STRING())
            .collectAsList());
  }
}
