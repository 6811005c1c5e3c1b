package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;

import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.Publication;
import dev.broadsheet.spark.RowCheck;
import dev.broadsheet.spark.Verification;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Snapshot;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Checks tables: each row as {@link RowCheck} does, and what must hold over all of them. Tables
 * that a killed run left are right, too; its report is in the commit of its articles.
 */
public final class TableVerification {

  private static final int SHOWN = 20;

  private final ArchiveTables tables;
  private final Map<String, TableReport> runs = new HashMap<>();
  private final List<String> failures = new ArrayList<>();

  private TableVerification(ArchiveTables tables) {
    this.tables = tables;
  }

  /**
   * Whether an output is tables, and not one of a run or an export.
   *
   * @param tables as in {@link SyncSettings}
   * @throws IOException if its file system cannot be reached
   */
  public static boolean applies(SparkSession spark, String output, String tables)
      throws IOException {
    Path path = new Path(output);
    return tables != null
        || Publication.holdsTables(
            path.getFileSystem(spark.sparkContext().hadoopConfiguration()), path);
  }

  /**
   * Checks an output that is tables.
   *
   * @param tables as in {@link SyncSettings}
   * @throws IOException if it is none, or cannot be read
   */
  public static Verification.Result of(SparkSession spark, String output, String tables)
      throws IOException {
    return new TableVerification(TableOutput.open(spark, output, tables).existing()).run();
  }

  private Verification.Result run() throws IOException {
    try {
      return checked();
    } catch (Exception e) { // Spark throws checked ones that it does not declare
      List<String> damage = DamagedTables.damage(tables, SHOWN);
      if (damage.isEmpty()) {
        throw e;
      }
      return new Verification.Result(0, 0, runs.size(), damage, List.of());
    }
  }

  private Verification.Result checked() {
    new RunLog(tables).list().forEach(report -> runs.put(report.runId(), report));
    addInterrupted();
    Dataset<Row> articles = tables.read(Name.ARTICLES);
    Dataset<Row> rejects = tables.read(Name.REJECTS);
    failures.addAll(check(RowCheck.articles(tables.since(Name.ARTICLES)), articles));
    failures.addAll(check(RowCheck.rejects(tables.since(Name.REJECTS)), rejects));
    long rows = articles.count();
    checkCount(rows);
    checkNone("article_id in several rows", twice(articles));
    checkNone("forgotten, but in the table", forgotten(articles));
    checkNone("made by a run that is not in 'runs'", strangers(articles));
    checkNone("rejected from a file that is not in 'input_files'", strayRejects(rejects));
    return new Verification.Result(
        rows, rejects.count(), runs.size(), failures, Verification.otherVersions(articles));
  }

  private static List<String> check(RowCheck check, Dataset<Row> rows) {
    return check.failures(rows, lit("table " + check.name()));
  }

  private void addInterrupted() {
    for (Snapshot snapshot : tables.load(Name.ARTICLES).snapshots()) {
      String report = snapshot.summary().get(ArchiveTables.REPORT);
      if (report != null) {
        runs.putIfAbsent(ArchiveTables.runOf(snapshot), RunLog.parse(report));
      }
    }
  }

  /** Rows come by being added and go by being forgotten. */
  private void checkCount(long rows) {
    long expected =
        runs.values().stream()
            .mapToLong(run -> run.counts().added() - run.counts().removed())
            .sum();
    if (rows != expected) {
      failures.add("articles: by the runs there are " + expected + ", in the table " + rows);
    }
  }

  private void checkNone(String failure, Dataset<Row> keys) {
    keys.takeAsList(SHOWN).forEach(key -> failures.add(failure + ": " + key.get(0)));
  }

  private static Dataset<Row> twice(Dataset<Row> articles) {
    return articles.groupBy("article_id").count().where("count > 1");
  }

  private Dataset<Row> forgotten(Dataset<Row> articles) {
    Column isForgotten = sha2(col("article_id"), 256).equalTo(col("id_sha256"));
    return articles
        .select("article_id")
        .join(tables.read(Name.TOMBSTONES), isForgotten, "left_semi");
  }

  private Dataset<Row> strangers(Dataset<Row> articles) {
    return articles
        .where(col("run_id").isInCollection(runs.keySet()).unary_$bang())
        .select("article_id");
  }

  private Dataset<Row> strayRejects(Dataset<Row> rejects) {
    return rejects
        .where(col("run_id").isInCollection(new RunLog(tables).runIds()))
        .join(tables.read(Name.INPUT_FILES), TableRows.FILE.equalTo(col("path")), "left_anti")
        .select("source_uri");
  }
}
