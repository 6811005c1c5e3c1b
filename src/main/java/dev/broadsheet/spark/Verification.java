package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.pipeline.Version;
import dev.broadsheet.report.RunReport;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Re-reads an output and checks all it says of itself: files, columns, each row, and the counts of
 * each run's report.
 */
public final class Verification {

  private static final String[] ARTICLE_KEY = {
    "article_id", "source_uri", "run_id", "content_sha256"
  };

  private final PublishedOutput output;
  private final Configuration hadoop;
  private final List<String> failures = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Columns that rows of another version lack. */
  private final Map<String, Instant> lackedByOthers = new HashMap<>();

  /**
   * What was checked.
   *
   * @param failures what is wrong, each kind once; none if all is well
   * @param notes what could not be checked, and why
   */
  public record Result(
      long articles, long rejects, int runs, List<String> failures, List<String> notes) {}

  private Verification(PublishedOutput output) {
    this.output = output;
    this.hadoop = output.spark().sparkContext().hadoopConfiguration();
  }

  /**
   * Checks an output of a run or an export.
   *
   * @throws IOException if it is none, or its reports cannot be read
   */
  public static Result of(SparkSession spark, String output) throws IOException {
    return new Verification(PublishedOutput.at(spark, output)).run();
  }

  private Result run() throws IOException {
    Map<String, RunReport> runs = new LinkedHashMap<>();
    output.runs().forEach(report -> runs.put(report.runId(), report));
    List<Path> articles = soundFiles(Publication.ARTICLES, ArticleRows.ARTICLES, runs);
    List<Path> rejects = soundFiles(Publication.REJECTS, ArticleRows.REJECTS, runs);
    try {
      return checked(
          runs, rows(articles, ArticleRows.ARTICLES), rows(rejects, ArticleRows.REJECTS));
    } catch (Exception e) { // Spark throws checked ones that it does not declare
      addDamage(articles);
      addDamage(rejects);
      if (failures.isEmpty()) {
        throw e;
      }
      return new Result(0, 0, runs.size(), failures, notes);
    }
  }

  /** The files of the rows, without those that cannot be read or have other columns. */
  private List<Path> soundFiles(String name, StructType columns, Map<String, RunReport> runs)
      throws IOException {
    List<Path> sound = new ArrayList<>();
    for (Path file : PartFiles.of(output.files(), new Path(output.folder(), name))) {
      Optional<String> fault = PartFiles.fault(file, columns(columns, file, runs), hadoop);
      fault.ifPresentOrElse(failures::add, () -> sound.add(file));
    }
    return sound;
  }

  /** An older version may have written less columns; of these nothing can be said. */
  private StructType columns(StructType columns, Path file, Map<String, RunReport> runs) {
    if (runs.values().stream().allMatch(run -> Version.build().equals(run.codeVersion()))) {
      return columns;
    }
    List<String> found = PartFiles.columns(file, hadoop);
    StructType there = new StructType();
    for (String column : columns.fieldNames()) {
      if (found.isEmpty() || found.contains(column)) {
        there = there.add(columns.apply(column));
      } else {
        lackedByOthers.put(column, Instant.MAX);
      }
    }
    return there;
  }

  private Dataset<Row> rows(List<Path> files, StructType columns) {
    SparkSession spark = output.spark();
    return files.isEmpty()
        ? spark.createDataFrame(List.of(), columns).withColumn(RowCheck.WHERE, lit(""))
        : PartFiles.read(spark, columns, files)
            .withColumn(RowCheck.WHERE, col("_metadata.file_name"));
  }

  private Result checked(Map<String, RunReport> runs, Dataset<Row> articles, Dataset<Row> rejects) {
    RowCheck articleCheck = RowCheck.articles(lackedByOthers);
    failures.addAll(articleCheck.failures(articles, col(RowCheck.WHERE)));
    failures.addAll(RowCheck.rejects(lackedByOthers).failures(rejects, col(RowCheck.WHERE)));
    notes.addAll(otherVersions(articles));
    checkTwice(articles);
    checkCounts(runs, articles, rejects);
    return new Result(articles.count(), rejects.count(), runs.size(), failures, notes);
  }

  /** Rows that other versions made, of which this one cannot tell whether they are right. */
  public static List<String> otherVersions(Dataset<Row> articles) {
    return articles
        .where(col("pipeline_version").notEqual(Version.build()))
        .groupBy("pipeline_version")
        .count()
        .orderBy("pipeline_version")
        .collectAsList()
        .stream()
        .map(
            row ->
                "%d articles are by version %s: this version, %s, does not judge their sentences, hashes and quality."
                    .formatted(row.getLong(1), row.getString(0), Version.build()))
        .toList();
  }

  private void checkTwice(Dataset<Row> articles) {
    Dataset<Row> twice =
        articles
            .groupBy(columns(ARTICLE_KEY))
            .agg(count(lit(1)).as("rows"))
            .where("rows > 1")
            .orderBy("article_id", "source_uri");
    long ids = twice.count();
    if (ids > 0) {
      Row first = twice.first();
      failures.add(
          "articles: rows that are there more than once: %d, article %s of %s"
              .formatted(ids, first.get(0), first.get(1)));
    }
  }

  private static Column[] columns(String... names) {
    Column[] columns = new Column[names.length];
    for (int i = 0; i < names.length; i++) {
      columns[i] = col(names[i]);
    }
    return columns;
  }

  private void addDamage(List<Path> files) {
    for (Path file : files) {
      PartFiles.damage(file, hadoop).ifPresent(failures::add);
    }
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
