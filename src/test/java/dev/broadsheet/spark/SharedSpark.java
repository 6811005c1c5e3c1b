package dev.broadsheet.spark;

import dev.broadsheet.report.ProgressDisplay;
import dev.broadsheet.report.RunReport;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.OnDuplicateId;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.summary.Budget;
import dev.broadsheet.topics.TopicNames;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of all tests, and runs with it. */
public final class SharedSpark {

  public static final SparkSession SESSION = small(open());

  public static final ProgressDisplay NOWHERE =
      new ProgressDisplay(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);

  private SharedSpark() {}

  private static SparkSession open() {
    try {
      return Sessions.open("local[2]", false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tables of tests have few rows: many partitions would only cost time. */
  private static SparkSession small(SparkSession session) {
    session.conf().set("spark.sql.shuffle.partitions", "2");
    return session;
  }

  /** A session of the same Spark that has the SQL functions. */
  public static SparkSession withExtensions() {
    SparkSession.clearActiveSession();
    SparkSession.clearDefaultSession();
    try {
      return SparkSession.builder()
          .withExtensions(new BroadsheetExtensions())
          .config("spark.sql.session.timeZone", "UTC")
          .getOrCreate();
    } finally {
      SparkSession.setActiveSession(SESSION);
      SparkSession.setDefaultSession(SESSION);
    }
  }

  /** Settings with all defaults. */
  public static RunSettings settings(Path input, Path output) {
    return settings(input, output, Mode.ERROR, PartitionBy.NONE);
  }

  public static RunSettings settings(Path input, Path output, Mode mode, PartitionBy partitionBy) {
    return settings(input, output, mode, partitionBy, 0);
  }

  public static RunSettings settings(Path input, Path output, Path topicsModel) {
    return settings(
        input.toString(),
        output.toString(),
        Mode.ERROR,
        PartitionBy.NONE,
        0,
        topicsModel.toString());
  }

  public static RunSettings settings(
      Path input, Path output, Mode mode, PartitionBy partitionBy, int partitions) {
    return settings(input.toString(), output.toString(), mode, partitionBy, partitions, null);
  }

  private static RunSettings settings(
      String input,
      String output,
      Mode mode,
      PartitionBy partitionBy,
      int partitions,
      String topicsModel) {
    return new RunSettings(
        List.of(input),
        output,
        null,
        "",
        mode,
        OnDuplicateId.KEEP,
        partitionBy,
        partitions,
        topicsModel,
        TopicNames.ENGLISH,
        Budget.DEFAULT,
        false,
        1_000_000,
        0.3,
        1,
        Map.of("mode", mode.toString(), "partition-by", partitionBy.toString()));
  }

  public static RunReport run(RunSettings settings) throws IOException {
    return new ArticleJob(SESSION, settings).run(NOWHERE);
  }

  /** A run from and to any file system. */
  public static RunReport run(String input, String output, Mode mode) throws IOException {
    return run(settings(input, output, mode, PartitionBy.NONE, 0, null));
  }

  public static RunReport run(Path input, Path output) throws IOException {
    return run(settings(input, output));
  }

  /** The rows of a folder of an output. */
  public static List<Row> rows(Path output, String folder) {
    return SESSION.read().parquet(output.resolve(folder).toString()).collectAsList();
  }

  /** The rows of a folder, as text, sorted, without what differs from run to run. */
  public static List<String> comparable(Path output, String folder) {
    return comparable(output.toString(), folder);
  }

  public static List<String> comparable(String output, String folder, String... dropped) {
    return comparable(SESSION.read().parquet(output + "/" + folder), dropped);
  }

  /** Rows as text, sorted, without what differs from run to run. */
  public static List<String> comparable(Dataset<Row> rows, String... dropped) {
    return rows.drop("run_id", "processed_at").drop(dropped).toJSON().collectAsList().stream()
        .sorted()
        .toList();
  }

  /** One column's values as text, sorted. */
  public static List<String> values(Path output, String folder, String column) {
    Stream<Row> rows = rows(output, folder).stream();
    return new ArrayList<>(
        rows.map(row -> String.valueOf(row.<Object>getAs(column))).sorted().toList());
  }

  public static List<String> failures(Path output) throws IOException {
    return Verification.of(SESSION, output.toString()).failures();
  }
}
