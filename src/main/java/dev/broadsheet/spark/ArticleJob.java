package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.pipeline.Version;
import dev.broadsheet.report.ProgressDisplay;
import dev.broadsheet.report.RunCounts;
import dev.broadsheet.report.RunReport;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;

/** A run: input files to a published output. Use once. */
public final class ArticleJob {

  private final SparkSession spark;
  private final RunSettings settings;
  private final Configuration hadoop;
  private final FileSystem files;
  private final Path output;
  private final Publication publication;
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final String runId = RunIds.next(started);
  private final TopicModel topics;

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
    this.topics =
        settings.topicsModel() == null ? Models.bundled().topics() : TopicModel.of(topicFiles());
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
    try (OutputLock lock = OutputLock.take(files, output, runId)) {
      publication.recover();
      EarlierOutput earlier = EarlierOutput.check(files, output, settings);
      InputPlan plan = plan();
      RunReport report = stage(plan, earlier, display);
      publication.publish();
      return report;
    } finally {
      publication.discard();
    }
  }

  private RunReport stage(InputPlan plan, EarlierOutput earlier, ProgressDisplay display)
      throws IOException {
    StagedOutput staged =
        new StagedOutput(spark, files, publication.staging(), settings.partitionBy());
    ReportBuilder report = new ReportBuilder(runId, started, settings, topics, plan);
    report.add(process(plan, staged, display));
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

  /** The one pass over the input. */
  private RunCounts process(InputPlan plan, StagedOutput staged, ProgressDisplay display)
      throws IOException {
    CountsAccumulator counts = new CountsAccumulator();
    spark.sparkContext().register(counts, "broadsheet.counts");
    CollectionAccumulator<String> spills = spark.sparkContext().collectionAccumulator();
    ProgressCounters progress = ProgressCounters.in(spark.sparkContext());
    EnrichSlices enrich =
        new EnrichSlices(taskSettings(), rows(), staged.spillFolder(), counts, spills, progress);
    try (ProgressWatch watch = ProgressWatch.start(spark, progress, plan.bytes(), display)) {
      staged.writeArticles(
          bins(plan)
              .mapPartitions(enrich, Encoders.row(ArticleRows.ARTICLES))
              .withMetadata("pipeline_version", rows().provenance()));
    }
    staged.writeRejects(rejects(spills.value()));
    return counts.value();
  }

  private Dataset<Slice[]> bins(InputPlan plan) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return spark.createDataset(
        context.parallelize(plan.bins(), plan.bins().size()).rdd(),
        Encoders.javaSerialization(Slice[].class));
  }

  private Dataset<Row> rejects(List<String> spills) {
    Dataset<Row> spilled =
        spills.isEmpty()
            ? spark.createDataFrame(List.of(), RejectSpill.SCHEMA)
            : spark.read().schema(RejectSpill.SCHEMA).json(spills.toArray(String[]::new));
    return spilled
        .withColumn("run_id", lit(runId))
        .withColumn("processed_at", lit(started))
        .withMetadata("run_id", rows().provenance());
  }

  private InputPlan plan() throws IOException {
    int cores = spark.sparkContext().defaultParallelism();
    return InputPlan.of(
        hadoop, settings.inputs(), settings.format(), output, settings.partitions(), cores);
  }

  private ArticleRows rows() {
    return new ArticleRows(
        runId, Version.CODE, ReportBuilder.nameOf(topics), topics.vocabularyVersion(), started);
  }

  private TaskSettings taskSettings() throws IOException {
    PipelineOptions options =
        new PipelineOptions(
            started,
            settings.maxTextLength(),
            settings.keepOtherLanguages(),
            settings.summary(),
            settings.minTextQuality());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return new TaskSettings(
        settings.fieldMap(),
        options,
        topics.fingerprint(),
        settings.topicsModel() == null ? null : context.broadcast(topicFiles()));
  }

  private Map<String, byte[]> topicFiles() throws IOException {
    return ModelFiles.read(java.nio.file.Path.of(settings.topicsModel()));
  }
}
