package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.pipeline.Version;
import dev.broadsheet.report.ProgressDisplay;
import dev.broadsheet.report.RunCounts;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicNames;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;

/** The one pass over the input, with what names it and its models. Use once. */
public final class Enrichment {

  private final SparkSession spark;
  private final RunSettings settings;
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final String runId = RunIds.next(started);

  /** The topic model's files; null for the one that comes with Broadsheet. */
  private final Map<String, byte[]> topicFiles;

  private final TopicModel topics;

  /**
   * Loads the topic model.
   *
   * @throws IOException if it cannot be read, or is not whole
   */
  public Enrichment(SparkSession spark, RunSettings settings) throws IOException {
    this.spark = spark;
    this.settings = settings;
    String folder = settings.topicsModel();
    this.topicFiles = folder == null ? null : ModelFiles.read(java.nio.file.Path.of(folder));
    TopicModel model =
        folder == null ? Models.bundled().topics() : TopicModel.of(topicFiles, folder);
    this.topics = model.named(TopicNames.of(settings.topicNames()));
  }

  public String runId() {
    return runId;
  }

  /** To the millisecond; the rows' {@code processed_at}. */
  public Instant started() {
    return started;
  }

  TopicModel topics() {
    return topics;
  }

  /** Name and fingerprint of the topic model, as in the output's rows. */
  public String topicModel() {
    return nameOf(topics);
  }

  /** Name and fingerprint of a topic model, as in the output's rows. */
  static String nameOf(TopicModel topics) {
    return topics.name() + "@" + topics.fingerprint().substring(0, 12);
  }

  /** Names all models. */
  public String modelsFingerprint() {
    return Models.bundled().withTopics(topics).fingerprint();
  }

  /**
   * Takes all records of the plan through the pipeline, into the staged output's articles and
   * rejects.
   *
   * @param display told how it goes
   */
  public RunCounts run(InputPlan plan, StagedOutput staged, ProgressDisplay display)
      throws IOException {
    CountsAccumulator counts = new CountsAccumulator();
    spark.sparkContext().register(counts, "broadsheet.counts");
    CollectionAccumulator<String> spills = spark.sparkContext().collectionAccumulator();
    ProgressCounters progress = ProgressCounters.in(spark.sparkContext());
    Broadcast<Map<String, byte[]>> files =
        topicFiles == null ? null : context().broadcast(topicFiles);
    EnrichSlices enrich =
        new EnrichSlices(
            taskSettings(files), rows(), staged.spillFolder(), counts, spills, progress);
    try (ProgressWatch watch = ProgressWatch.start(spark, progress, plan.bytes(), display)) {
      staged.writeArticles(
          bins(plan)
              .mapPartitions(enrich, Encoders.row(ArticleRows.STAGED_ARTICLES))
              .withMetadata("pipeline_version", rows().provenance()));
    } finally {
      if (files != null) {
        files.destroy();
      }
    }
    staged.writeRejects(rejects(spills.value()));
    return counts.value();
  }

  private Dataset<Slice[]> bins(InputPlan plan) {
    return spark.createDataset(
        context().parallelize(plan.bins(), plan.bins().size()).rdd(),
        Encoders.javaSerialization(Slice[].class));
  }

  private Dataset<Row> rejects(List<String> spills) {
    Dataset<Row> spilled =
        spills.isEmpty()
            ? spark.createDataFrame(List.of(), RejectSpill.SCHEMA)
            : spark
                .read()
                .schema(RejectSpill.SCHEMA)
                .json(
                    spills.stream()
                        .map(spill -> PartFiles.literal(new Path(spill)))
                        .toArray(String[]::new));
    return spilled
        .withColumn("run_id", lit(runId))
        .withColumn("processed_at", lit(started))
        .withMetadata("run_id", rows().provenance());
  }

  /** What makes the rows of this run. */
  ArticleRows rows() {
    return new ArticleRows(
        runId, Version.build(), topicModel(), topics.vocabularyVersion(), started);
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  private TaskSettings taskSettings(Broadcast<Map<String, byte[]>> files) {
    PipelineOptions options =
        new PipelineOptions(
            started,
            settings.maxTextLength(),
            settings.keepOtherLanguages(),
            settings.summary(),
            settings.minTextQuality());
    return new TaskSettings(
        settings.fieldMap(), options, settings.topicNames(), topics.fingerprint(), files);
  }
}
