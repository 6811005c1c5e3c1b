package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.col;

import dev.broadsheet.article.RawArticle;
import dev.broadsheet.evaluate.Judged;
import dev.broadsheet.evaluate.TagMap;
import dev.broadsheet.evaluate.TopicEvaluation;
import dev.broadsheet.evaluate.TopicJudge;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicNames;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Scores topics against an archive's tags. Tasks read, classify and judge; the judgements, without
 * texts, are scored on the driver.
 */
public final class TopicEvaluationJob {

  private final SparkSession spark;
  private final TagMap tags;
  private final TopicModel model;
  private final Map<String, byte[]> topicFiles;

  /**
   * @param modelFolder null for the model that comes with Broadsheet
   * @param labelMap what tags stand for; null if they are topics' names or codes
   * @throws IOException if model or map cannot be read
   */
  public TopicEvaluationJob(
      SparkSession spark, java.nio.file.Path modelFolder, java.nio.file.Path labelMap)
      throws IOException {
    this.spark = spark;
    this.topicFiles = modelFolder == null ? null : ModelFiles.read(modelFolder);
    this.model =
        modelFolder == null
            ? TopicModel.bundled()
            : TopicModel.of(topicFiles, modelFolder.toString());
    this.tags =
        labelMap == null
            ? TagMap.ofNames(model.taxonomy())
            : TagMap.read(labelMap, model.taxonomy());
  }

  /** The name of a topic of the model. */
  public String name(String code) {
    return model.taxonomy().topic(model.taxonomy().index(code)).name();
  }

  /**
   * Classifies tagged documents and judges what the model says; documents without a tag that tells
   * anything are left out.
   */
  public TopicEvaluation ofDocuments(LabelledInput input) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Map<String, byte[]>> files =
        topicFiles == null ? null : context.broadcast(topicFiles);
    TaskSettings settings =
        new TaskSettings(
            "",
            PipelineOptions.defaults(Instant.EPOCH),
            TopicNames.ENGLISH,
            model.fingerprint(),
            files);
    TagMap map = tags;
    try {
      return evaluation(
          input
              .articles()
              .mapPartitions(articles -> judge(articles, new TopicJudge(settings.models(), map)))
              .filter(Objects::nonNull));
    } finally {
      if (files != null) {
        files.destroy();
      }
    }
  }

  private static Iterator<Judged> judge(Iterator<RawArticle> articles, TopicJudge judge) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return articles.hasNext();
      }

      @Override
      public Judged next() {
        return judge.judge(articles.next());
      }
    };
  }

  /**
   * Scores the topics that a run gave by the row's own {@code source_tags}.
   *
   * @throws IOException if it is no output, or one of another model
   */
  public TopicEvaluation ofOutput(String output) throws IOException {
    Path folder = new Path(output);
    FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
    Publication.requireOutput(files, folder);
    Dataset<Row> rows = spark.read().parquet(new Path(folder, Publication.ARTICLES).toString());
    checkModel(output, rows);
    TagMap map = tags;
    return evaluation(
        rows.select("article_id", "source_uri", "token_count", "source_tags", "topics")
            .javaRDD()
            .map(row -> judge(map, row))
            .filter(Objects::nonNull));
  }

  private void checkModel(String output, Dataset<Row> rows) throws IOException {
    String ours = Enrichment.nameOf(model);
    List<Row> others =
        rows.select("topic_model").filter(col("topic_model").notEqual(ours)).takeAsList(1);
    if (!others.isEmpty()) {
      throw new IOException(
          output
              + " has topics of the model "
              + others.get(0).getString(0)
              + ", not of "
              + ours
              + "; name its folder by --topics-model.");
    }
  }

  private static Judged judge(TagMap tags, Row row) {
    Map<String, Double> probabilities = new HashMap<>();
    for (Row topic : row.<Row>getList(row.fieldIndex("topics"))) {
      probabilities.put(topic.getAs("code"), topic.getAs("probability"));
    }
    return TopicJudge.judge(
        tags,
        row.getAs("article_id"),
        row.getAs("source_uri"),
        row.<Integer>getAs("token_count"),
        row.getList(row.fieldIndex("source_tags")),
        probabilities);
  }

  private static TopicEvaluation evaluation(JavaRDD<Judged> judged) {
    TopicEvaluation evaluation = new TopicEvaluation();
    judged.collect().forEach(evaluation::add);
    return evaluation;
  }
}
