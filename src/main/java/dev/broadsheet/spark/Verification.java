package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.report.RunReport;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
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

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final SparkSession spark;
  private final FileSystem files;
  private final Path output;
  private final List<String> failures = new ArrayList<>();

  /** What was checked, and the first failures; none if all is well. */
  public record Result(long articles, long rejects, int runs, List<String> failures) {}

  private Verification(SparkSession spark, FileSystem files, Path output) {
    this.spark = spark;
    this.files = files;
    this.output = output;
  }

  /**
   * Checks an output of a run, an export, or tables.
   *
   * @param tables as in {@link SyncSettings}
   * @throws IOException if it is none, or cannot be read
   */
  public static Result of(SparkSession spark, String output, String tables) throws IOException {
    Path path = new Path(output);
    FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    Path qualified = files.makeQualified(path);
    boolean isTables = tables != null || files.exists(new Path(qualified, "runs/metadata"));
    return isTables
        ? TableVerification.of(TableOutput.open(spark, output, tables).existing())
        : new Verification(spark, files, qualified).run();
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
    if (!files.exists(new Path(output, Publication.REPORT))) {
      throw new FileNotFoundException(
          output
              + " is no output of Broadsheet: it has no "
              + Publication.REPORT
              + ". If a run into it was killed, start that run again.");
    }
    add(new Path(output, Publication.REPORT), runs);
    Path history = new Path(output, Publication.HISTORY);
    if (files.exists(history)) {
      for (FileStatus file : files.listStatus(history)) {
        add(file.getPath(), runs);
      }
    }
    return runs;
  }

  private void add(Path path, Map<String, RunReport> runs) throws IOException {
    try (InputStream in = files.open(path)) {
      RunReport report = JSON.readValue(in, RunReport.class);
      runs.put(report.runId(), report);
    }
  }

  private Dataset<Row> read(String name, StructType expected) throws IOException {
    Path folder = new Path(output, name);
    if (isEmpty(folder)) {
      return spark.createDataFrame(List.of(), expected);
    }
    Dataset<Row> rows = spark.read().parquet(folder.toString());
    List<String> columns = List.of(rows.columns());
    for (String column : expected.fieldNames()) {
      if (!columns.contains(column)) {
        failures.add(name + ": the column " + column + " is missing.");
      }
    }
    return failures.isEmpty() ? rows.select(ArticleRows.columns(expected)) : rows;
  }

  /** No files: an output cut into folders by date has none if it has no articles. */
  private boolean isEmpty(Path folder) throws IOException {
    return files.globStatus(new Path(folder, "*.parquet")).length == 0
        && files.globStatus(new Path(folder, "*=*")).length == 0;
  }

  /** The first failures of rows. */
  static List<String> rowFailures(
      Dataset<Row> rows, MapPartitionsFunction<Row, String> check, int most) {
    return rows.mapPartitions(check, Encoders.STRING()).takeAsList(most);
  }

  private void checkCounts(
      Map<String, RunReport> runs, Dataset<Row> articles, Dataset<Row> rejects) {
    RunReport export = runs.values().iterator().next();
    if (export.config().containsKey(ExportJob.EXPORT_OF)) {
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
