package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.broadsheet.pipeline.Version;
import dev.broadsheet.report.RunReport;
import dev.broadsheet.report.RunReport.Throughput;
import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.ArticleRows;
import dev.broadsheet.spark.EarlierOutput;
import dev.broadsheet.spark.OutputHeldException;
import dev.broadsheet.spark.OutputLock;
import dev.broadsheet.spark.Publication;
import dev.broadsheet.spark.ReportBuilder;
import dev.broadsheet.spark.RunIds;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.spark.StagedOutput;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Writes the current rows of tables as an output like that of a run. Use once. */
public final class ExportJob {

  private final SparkSession spark;
  private final TableOutput source;
  private final FileSystem files;
  private final Path output;
  private final Mode mode;
  private final PartitionBy partitionBy;
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final String runId = RunIds.next(started);

  /**
   * @param from the output that holds the tables
   * @param tables as in {@link SyncSettings}
   * @param to the folder to write
   * @param mode what to do with an earlier export; not append
   * @throws IOException if Spark has no Iceberg, or a file system cannot be reached
   */
  public ExportJob(
      SparkSession spark, String from, String tables, String to, Mode mode, PartitionBy partitionBy)
      throws IOException {
    this.spark = spark;
    this.source = TableOutput.open(spark, from, tables);
    Path given = new Path(to);
    this.files = given.getFileSystem(spark.sparkContext().hadoopConfiguration());
    this.output = files.makeQualified(given);
    this.mode = mode;
    this.partitionBy = partitionBy;
  }

  /**
   * Runs to the end. Takes no lock of the tables: it reads one snapshot of each.
   *
   * @throws OutputHeldException if another run is writing the same output
   * @throws IOException if there are no tables, or the output stands in the way
   */
  public RunReport run() throws IOException {
    ArchiveTables tables = source.existing();
    try (OutputLock lock = OutputLock.take(files, output, runId)) {
      Publication publication = new Publication(files, output);
      try {
        publication.recover();
        EarlierOutput.check(files, output, mode, partitionBy);
        RunReport report =
            DamagedTables.telling(tables, () -> stage(tables, publication.staging()));
        lock.requireHeld();
        publication.publish();
        return report;
      } finally {
        if (lock.isHeld()) {
          publication.discard();
        }
      }
    }
  }

  private RunReport stage(ArchiveTables tables, Path staging) throws IOException {
    StagedOutput staged = StagedOutput.of(spark, files, staging, partitionBy);
    staged.writeArticles(rows(tables, Name.ARTICLES, ArticleRows.ARTICLES));
    staged.writeRejects(rows(tables, Name.REJECTS, ArticleRows.REJECTS));
    RunReport report = report(tables, staged);
    ReportBuilder.write(report, files, staging);
    return report;
  }

  /**
   * With the nullability of a run's rows, which Parquet's schema shows; but columns that came later
   * than rows have nulls.
   */
  private static Dataset<Row> rows(ArchiveTables tables, Name name, StructType schema) {
    MapPartitionsFunction<Row, Row> same = rows -> rows;
    Set<String> later = tables.since(name).keySet();
    StructType columns = new StructType();
    for (StructField column : schema.fields()) {
      boolean hasNulls = column.nullable() || later.contains(column.name());
      columns = columns.add(column.name(), column.dataType(), hasNulls);
    }
    return tables
        .read(name)
        .select(ArticleRows.columns(schema))
        .mapPartitions(same, Encoders.row(columns));
  }

  private RunReport report(ArchiveTables tables, StagedOutput staged) throws IOException {
    List<TableReport> syncs =
        new RunLog(tables).list().stream().filter(run -> run.command().equals("sync")).toList();
    String model = syncs.isEmpty() ? "" : syncs.get(syncs.size() - 1).topicModel();
    Map<String, Long> rejects = countBy(staged.rejects(), col("reason"));
    long rejected = staged.rejectCount();
    long articles = staged.articleCount();
    double seconds = Duration.between(started, Instant.now()).toNanos() / 1e9;
    return new RunReport(
        runId,
        started.toString(),
        Instant.now().toString(),
        Version.build(),
        model,
        "",
        "",
        spark.version(),
        System.getProperty("java.version"),
        Map.of(
            RunReport.EXPORT_OF, source.path().toString(), "partition-by", partitionBy.toString()),
        input(tables),
        new RunReport.Counts(
            articles + rejected,
            articles,
            0,
            0,
            rejected,
            0,
            rejects,
            Map.of(),
            countBy(staged.articles(), coalesce(col("top_topic"), lit("(none)")))),
        Map.of(),
        new Throughput(seconds, articles / seconds, 0));
  }

  private static RunReport.Input input(ArchiveTables tables) {
    Row files =
        tables.read(Name.INPUT_FILES).agg(sum(lit(1L)), coalesce(sum("bytes"), lit(0L))).first();
    return new RunReport.Input(files.isNullAt(0) ? 0 : files.getLong(0), files.getLong(1));
  }

  private static Map<String, Long> countBy(Dataset<Row> rows, Column key) {
    Map<String, Long> counts = new TreeMap<>();
    rows.groupBy(key)
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }
}
