package dev.broadsheet.spark.tables;

import dev.broadsheet.report.ProgressDisplay;
import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.Enrichment;
import dev.broadsheet.spark.InputFiles;
import dev.broadsheet.spark.InputFiles.InputFile;
import dev.broadsheet.spark.InputPlan;
import dev.broadsheet.spark.OutputHeldException;
import dev.broadsheet.spark.OutputLock;
import dev.broadsheet.spark.RunSettings;
import dev.broadsheet.spark.StagedOutput;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import dev.broadsheet.spark.tables.SyncSettings.Reprocess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A sync: brings the tables to what the input is now. Use once. */
public final class SyncJob {

  /** Ids of vanished articles told of; there may be more. */
  private static final int SHOWN = 20;

  private static final StructType FILE =
      new StructType()
          .add("path", DataTypes.StringType, false)
          .add("modified", DataTypes.LongType, false);

  private final SparkSession spark;
  private final SyncSettings settings;
  private final TableOutput output;
  private final Enrichment enrichment;
  private final String fingerprint;

  /**
   * What a sync did.
   *
   * @param vanished ids of articles that are gone from the input, some if there are many
   */
  public record Result(TableReport report, List<String> vanished) {}

  /**
   * Looks at what the sync needs before any work starts.
   *
   * @throws IOException if Spark has no Iceberg, the output's file system cannot be reached, or the
   *     topic model not read
   */
  public SyncJob(SparkSession spark, SyncSettings settings) throws IOException {
    this.spark = spark;
    this.settings = settings;
    this.output = TableOutput.open(spark, settings.articles().output(), settings.tables());
    this.enrichment = new Enrichment(spark, settings.articles());
    this.fingerprint = settings.fingerprint(enrichment.modelsFingerprint());
  }

  /**
   * Runs to the end.
   *
   * @param display told how it goes
   * @throws OutputHeldException if another run is writing the same tables
   * @throws IOException if input or output fail
   * @throws IllegalStateException if the counts do not add up; nothing is committed then
   */
  public Result run(ProgressDisplay display) throws IOException {
    try (OutputLock lock = output.lock(enrichment.runId())) {
      ArchiveTables tables = output.orNew();
      Recovery.of(tables);
      output.files().delete(output.staging(), true);
      try {
        return DamagedTables.telling(tables, () -> sync(tables, display));
      } finally {
        if (lock.isHeld()) {
          output.files().delete(output.staging(), true);
        }
      }
    }
  }

  private Result sync(ArchiveTables tables, ProgressDisplay display) throws IOException {
    SyncReport report = new SyncReport(enrichment, fingerprint);
    FileChanges changes = changes(tables);
    report.add(changes);
    List<String> vanished = changes.isEmpty() ? List.of() : apply(changes, tables, report, display);
    TableReport complete = report.build();
    new RunLog(tables).add(complete);
    return new Result(complete, vanished);
  }

  private FileChanges changes(ArchiveTables tables) throws IOException {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    List<InputFile> listed = InputFiles.list(hadoop, settings.articles().inputs(), output.path());
    return FileChanges.between(
        listed, tables.read(Name.INPUT_FILES), makesAnew() ? fingerprint : null);
  }

  private boolean makesAnew() {
    return settings.reprocess() == Reprocess.CHANGED_MODEL;
  }

  /** Reads what changed and commits it: articles, then rejects, then files. */
  private List<String> apply(
      FileChanges changes, ArchiveTables tables, SyncReport report, ProgressDisplay display)
      throws IOException {
    StagedOutput staged = StagedOutput.forTables(spark, output.files(), output.staging());
    report.add(enrichment.run(plan(changes), staged, display));
    report.rejectsKnown(RejectsUpdate.known(tables.read(Name.REJECTS), staged.rejects()));
    StagedVerdicts verdicts = verdicts(changes, tables, staged);
    report.add(verdicts);
    Dataset<Row> vanished =
        RecordComparison.vanished(
            tables.read(Name.ARTICLES), verdicts.rows(), files(changes.touched()));
    report.vanished(vanished.count());
    List<String> shown = vanished.orderBy("article_id").as(Encoders.STRING()).takeAsList(SHOWN);
    verdicts.merge(tables, staged.articles(), fingerprint, report.summary());
    commitRejects(changes, tables, staged);
    commitFiles(changes, tables, staged, verdicts);
    return shown;
  }

  private InputPlan plan(FileChanges changes) {
    RunSettings articles = settings.articles();
    int cores = spark.sparkContext().defaultParallelism();
    return InputPlan.of(changes.read(), articles.format(), articles.partitions(), cores);
  }

  private StagedVerdicts verdicts(FileChanges changes, ArchiveTables tables, StagedOutput staged) {
    RecordComparison comparison =
        new RecordComparison(files(changes.standingTimes()), fingerprint, makesAnew());
    return StagedVerdicts.write(
        comparison.verdicts(
            staged.articles(), tables.read(Name.ARTICLES), tables.read(Name.TOMBSTONES)),
        output.staging());
  }

  private void commitRejects(FileChanges changes, ArchiveTables tables, StagedOutput staged) {
    Dataset<Row> next =
        RejectsUpdate.of(
            tables.read(Name.REJECTS), staged.rejects(), files(changes.standingTimes()));
    tables.replace(Name.REJECTS, next, summary());
  }

  private void commitFiles(
      FileChanges changes, ArchiveTables tables, StagedOutput staged, StagedVerdicts verdicts) {
    // Files with rows of others shall be read by the first sync that makes such rows anew.
    String readUnder = verdicts.leaveRowsOfOthers() ? "" : fingerprint;
    List<Row> rows = new ArrayList<>(changes.standing());
    rows.addAll(
        changes.readRows(
            readUnder, RejectsUpdate.unreadable(staged.rejects()), enrichment.runId()));
    tables.replace(Name.INPUT_FILES, spark.createDataFrame(rows, TableRows.FILES), summary());
  }

  private Map<String, String> summary() {
    return Map.of(ArchiveTables.RUN_ID, enrichment.runId());
  }

  private Dataset<Row> files(List<Row> pathsAndTimes) {
    return spark.createDataFrame(pathsAndTimes, FILE);
  }
}
