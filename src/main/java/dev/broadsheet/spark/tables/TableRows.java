package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;

import dev.broadsheet.spark.ArticleRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of an archive's tables, beyond those of {@link ArticleRows}. */
final class TableRows {

  /** Where in its file a record is, as the end of its URI. */
  private static final String RECORD = "#(?:byte|record)=[0-9]+$";

  /** Where in an archive file it is, as the rest of its URI. */
  private static final String MEMBER = "(?i)(?<=\\.(?:zip|tar|tgz|gz|zst))!/.*$";

  /**
   * The input file of a row of the tables. Rows that versions before 0.2.0 wrote do not say it; it
   * is taken from their URI then, and may be wrong if the file's name looks like another's member.
   */
  static final Column FILE =
      coalesce(
          col("file"), regexp_replace(regexp_replace(col("source_uri"), RECORD, ""), MEMBER, ""));

  /**
   * Rows of an output, with their input file and the name of the models and configuration that made
   * them.
   */
  static final StructType ARTICLES =
      ArticleRows.ARTICLES
          .add("fingerprint", DataTypes.StringType, false)
          .add("file", DataTypes.StringType, false);

  /**
   * Rows of an output, with their input file; {@code run_id} and {@code last_seen} are of the last
   * run that tried.
   */
  static final StructType REJECTS =
      ArticleRows.REJECTS
          .add("first_seen", DataTypes.TimestampType, false)
          .add("last_seen", DataTypes.TimestampType, false)
          .add("attempts", DataTypes.IntegerType, false)
          .add("file", DataTypes.StringType, false);

  /** Input files as they were when they were last read. */
  static final StructType FILES =
      new StructType()
          .add("path", DataTypes.StringType, false)
          .add("bytes", DataTypes.LongType, false)
          .add("modified", DataTypes.TimestampType, false)
          .add("fingerprint", DataTypes.StringType, false)
          .add("is_unreadable", DataTypes.BooleanType, false)
          .add("run_id", DataTypes.StringType, false);

  /** Runs; {@code report} is all of {@link dev.broadsheet.report.TableReport} as JSON. */
  static final StructType RUNS =
      new StructType()
          .add("run_id", DataTypes.StringType, false)
          .add("command", DataTypes.StringType, false)
          .add("status", DataTypes.StringType, false)
          .add("started", DataTypes.TimestampType, false)
          .add("finished", DataTypes.TimestampType, false)
          .add("added", DataTypes.LongType, false)
          .add("changed", DataTypes.LongType, false)
          .add("unchanged", DataTypes.LongType, false)
          .add("rejected", DataTypes.LongType, false)
          .add("vanished", DataTypes.LongType, false)
          .add("removed", DataTypes.LongType, false)
          .add("topic_model", DataTypes.StringType, false)
          .add("report", DataTypes.StringType, false);

  /**
   * Forgotten articles, by the hash of their id: the id itself may tell what was to be forgotten.
   */
  static final StructType TOMBSTONES =
      new StructType()
          .add("id_sha256", DataTypes.StringType, false)
          .add("run_id", DataTypes.StringType, false)
          .add("forgotten_at", DataTypes.TimestampType, false);

  private TableRows() {}
}
