package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.col;

import dev.broadsheet.report.RunReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Re-reads an output and checks all it says of itself: columns, each row, and the counts of each
 * run's report.
 */
public final class Verification {

  /** Failures told of; there may be more. */
  private static final int SHOWN = 20;

  private final PublishedOutput output;
  private final List<String> failures = new ArrayList<>();

  /** What was checked, and the first failures; none if all is well. */
  public record Result(long articles, long rejects, int runs, List<String> failures) {}

  private Verification(PublishedOutput output) {
    this.output = output;
  }

  /**
   * Checks an output of a run or an export.
   *
   * @throws IOException if it is none, or cannot be read
   */
  public static Result of(SparkSession spark, String output) throws IOException {
    return new Verification(PublishedOutput.at(spark, output)).run();
  }

  private Result run() throws IOException {
    Map<String, RunReport> runs = reports();
    Dataset<Row> articles = read(Publication.ARTICLES, ArticleRows.ARTICLES);
    Dataset<Row> rejects = read(Publication.REJECTS, ArticleRows.REJECTS);
    if (failures.isEmpty()) {
      failures.addAll(rowFailures(articles, RowCheck::articles, SHOWN));
      failures.addAll(rowFailures(rejects, RowCheck::rejects, SHOWN - failures.size()));
      checkCounts(runs, articles, rejects);
    }
    return new Result(articles.count(), rejects.count(), runs.size(), failures);
  }

  private Map<String, RunReport> reports() throws IOException {
    Map<String, RunReport> runs = new HashMap<>();
    output.runs().forEach(report -> runs.put(report.runId(), report));
    return runs;
  }

  private Dataset<Row> read(String name, StructType expected) throws IOException {
    Dataset<Row> rows = output.rows(name, expected);
    List<String> columns = List.of(rows.columns());
    for (String column : expected.fieldNames()) {
      if (!columns.contains(column)) {
        failures.add(name + ": the column " + column + " is missing.");
      }
    }
    return failures.isEmpty() ? rows.select(ArticleRows.columns(expected)) : rows;
  }

  /** The first failures of rows. */
  public static List<String> rowFailures(
      Dataset<Row> rows, MapPartitionsFunction<Row, String> check, int most) {
    return rows.mapPartitions(check, Encoders.STRING()).takeAsList(most);
  }

  private void checkCounts(
      Map<String, RunReport> runs, Dataset<Row> articles, Dataset<Row> rejects) {
    RunReport export = runs.values().iterator().next();
    if (export.config().containsKey(RunReport.EXPORT_OF)) {
      // Its rows keep the ids of the runs that made them.
      expectCount(export.runId(), "articles", export.counts().articles(), articles.count());
      expectCount(export.runId(), "rejects", export.counts().rejected(), rejects.count());
    } else {
      checkCounts(runs, countByRun(articles), countByRun(rejects));
    }
  }

  private static Map<String, Long> countByRun(Dataset<Row> rows) {
    Map<String, Long> counts = new HashMap<>();
    for (Row row : rows.groupBy(col("run_id")).count().collectAsList()) {
      counts.put(row.getString(0), row.getLong(1));
    }
    return counts;
  }

  private void checkCounts(
      Map<String, RunReport> runs, Map<String, Long> articles, Map<String, Long> rejects) {
    runs.forEach(
        (id, report) -> {
          RunReport.Counts counts = report.counts();
          expect(counts.addUp(), "run " + id + ": its counts do not add up: " + counts);
          expectCount(id, "articles", counts.articles(), articles.remove(id));
          expectCount(id, "rejects", counts.rejected() - counts.rejectsKnown(), rejects.remove(id));
        });
    expect(articles.isEmpty(), "articles of runs without a report: " + articles.keySet());
    expect(rejects.isEmpty(), "rejects of runs without a report: " + rejects.keySet());
  }

  private void expectCount(String run, String what, long reported, Long found) {
    long rows = found == null ? 0 : found;
    expect(
        rows == reported,
        "run " + run + ": its report has " + reported + " " + what + ", the files " + rows);
  }

  private void expect(boolean holds, String failure) {
    if (!holds) {
      failures.add(failure);
    }
  }
}
