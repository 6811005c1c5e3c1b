package dev.broadsheet.spark;

import dev.broadsheet.report.ProgressDisplay;
import dev.broadsheet.report.RunReport;
import dev.broadsheet.spark.RunSettings.OnDuplicateId;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A run: input files to a published output. Use once. */
public final class ArticleJob {

  private final SparkSession spark;
  private final RunSettings settings;
  private final Configuration hadoop;
  private final FileSystem files;
  private final Path output;
  private final Publication publication;
  private final Enrichment enrichment;

  /**
   * Looks at what the run needs before any work starts.
   *
   * @throws IOException if the output's file system cannot be reached, or the topic model not read
   */
  public ArticleJob(SparkSession spark, RunSettings settings) throws IOException {
    this.spark = spark;
    this.settings = settings;
    this.hadoop = spark.sparkContext().hadoopConfiguration();
    Path given = new Path(settings.output());
    this.files = given.getFileSystem(hadoop);
    this.output = files.makeQualified(given);
    this.publication = new Publication(files, output);
    this.enrichment = new Enrichment(spark, settings);
  }

  /**
   * Runs to the end.
   *
   * @param display told how it goes
   * @throws OutputHeldException if another run is writing the same output
   * @throws IOException if input or output fail, or the output stands in the way
   * @throws IllegalStateException if the counts do not add up; nothing is published then
   */
  public RunReport run(ProgressDisplay display) throws IOException {
    try (OutputLock lock = OutputLock.take(files, output, enrichment.runId())) {
      return runLocked(lock, display);
    }
  }

  /** What is staged is removed only by who holds the lock: else it is another run's. */
  private RunReport runLocked(OutputLock lock, ProgressDisplay display) throws IOException {
    try {
      publication.recover();
      EarlierOutput earlier =
          EarlierOutput.check(files, output, settings.mode(), settings.partitionBy());
      RunReport report = stage(plan(), earlier, display);
      lock.requireHeld();
      publication.publish();
      return report;
    } finally {
      if (lock.isHeld()) {
        publication.discard();
      }
    }
  }

  private RunReport stage(InputPlan plan, EarlierOutput earlier, ProgressDisplay display)
      throws IOException {
    boolean keepsLast = settings.onDuplicateId() == OnDuplicateId.LAST;
    StagedOutput plain =
        StagedOutput.of(spark, files, publication.staging(), settings.partitionBy());
    StagedOutput staged = keepsLast ? plain.withPlaces() : plain;
    ReportBuilder report = new ReportBuilder(enrichment, settings, plan);
    report.add(enrichment.run(plan, staged, display));
    if (keepsLast) {
      report.duplicates(staged.keepLastOfEachId());
    }
    if (earlier.isKept()) {
      report.unchanged(staged.dropKnownArticles(output));
      report.rejectsKnown(staged.dropKnownRejects(output));
    }
    report.written(staged.articleCount(), staged.rejectCount());
    if (earlier.isKept()) {
      publication.carryOver();
    }
    return report.write(files, publication.staging(), spark.version());
  }

  private InputPlan plan() throws IOException {
    int cores = spark.sparkContext().defaultParallelism();
    return InputPlan.of(
        hadoop, settings.inputs(), settings.format(), output, settings.partitions(), cores);
  }
}
