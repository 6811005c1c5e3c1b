package dev.broadsheet.spark;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Evidence;
import dev.broadsheet.article.Summary;
import dev.broadsheet.article.SummaryNote;
import dev.broadsheet.article.TopicScore;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;

/**
 * The output's columns: the one place that knows their names, types and order.
 *
 * @param runId the run that writes the rows
 * @param pipelineVersion version of the code
 * @param topicModel name and fingerprint of the topic model
 * @param vocabulary version of the topic vocabulary
 * @param processedAt the run's start, the same in all its rows
 */
public record ArticleRows(
    String runId, String pipelineVersion, String topicModel, String vocabulary, Instant processedAt)
    implements Serializable {

  private static final StructType EVIDENCE =
      new StructType()
          .add("begin", DataTypes.IntegerType, false)
          .add("end", DataTypes.IntegerType, false)
          .add("contribution", DataTypes.DoubleType, false);

  private static final StructType TOPIC =
      new StructType()
          .add("code", DataTypes.StringType, false)
          .add("name", DataTypes.StringType, false)
          .add("probability", DataTypes.DoubleType, false)
          .add("evidence", arrayOf(EVIDENCE), false);

  /** The type of the column {@code topics}. */
  static final DataType TOPICS = arrayOf(TOPIC);

  private static final StructType PICK =
      new StructType()
          .add("sentence", DataTypes.IntegerType, false)
          .add("begin", DataTypes.IntegerType, false)
          .add("end", DataTypes.IntegerType, false)
          .add("score", DataTypes.DoubleType, false);

  /** Columns of {@code articles/}. */
  public static final StructType ARTICLES =
      new StructType()
          .add("article_id", DataTypes.StringType, false)
          .add("source_uri", DataTypes.StringType, false)
          .add("url", DataTypes.StringType, true)
          .add("published", DataTypes.TimestampType, true)
          .add("title", DataTypes.StringType, false)
          .add("text", DataTypes.StringType, false)
          .add("language", DataTypes.StringType, false)
          .add("language_confidence", DataTypes.DoubleType, false)
          .add("text_quality", DataTypes.DoubleType, true)
          .add("source_tags", arrayOf(DataTypes.StringType), false)
          .add("top_topic", DataTypes.StringType, true)
          .add("topics", TOPICS, false)
          .add("summary", DataTypes.StringType, false)
          .add("summary_sentences", arrayOf(PICK), false)
          .add("summary_notes", arrayOf(DataTypes.StringType), true)
          .add("sentence_count", DataTypes.IntegerType, false)
          .add("token_count", DataTypes.IntegerType, false)
          .add("content_sha256", DataTypes.StringType, false)
          .add("pipeline_version", DataTypes.StringType, false)
          .add("topic_model", DataTypes.StringType, false)
          .add("run_id", DataTypes.StringType, false)
          .add("processed_at", DataTypes.TimestampType, false);

  /** Columns of {@code rejects/}. */
  public static final StructType REJECTS =
      new StructType()
          .add("source_uri", DataTypes.StringType, false)
          .add("reason", DataTypes.StringType, false)
          .add("detail", DataTypes.StringType, false)
          .add("raw", DataTypes.StringType, true)
          .add("run_id", DataTypes.StringType, false)
          .add("processed_at", DataTypes.TimestampType, false);

  /** Articles on their way to tables, which need to know where each was read. */
  public static final StructType STAGED_ARTICLES = ARTICLES.add(Place.COLUMN, Place.TYPE, false);

  /** Rejects on their way to tables. */
  public static final StructType STAGED_REJECTS = REJECTS.add("file", DataTypes.StringType, false);

  private static DataType arrayOf(DataType element) {
    return DataTypes.createArrayType(element, false);
  }

  /** The columns of a schema, in its order. */
  public static Column[] columns(StructType schema) {
    return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  /** A row of {@link #STAGED_ARTICLES}. */
  Row row(Enriched enriched, Place place) {
    Article article = enriched.article();
    return RowFactory.create(
        article.id(),
        article.sourceUri(),
        article.url(),
        article.published(),
        article.title(),
        article.text(),
        enriched.language(),
        enriched.languageConfidence(),
        enriched.textQuality(),
        article.tags().toArray(),
        enriched.topTopic(),
        topics(enriched.topics()),
        enriched.summary().text(),
        enriched.summary().sentences().stream().map(ArticleRows::pick).toArray(),
        enriched.summary().notes().stream().map(SummaryNote::code).toArray(),
        enriched.sentenceCount(),
        enriched.tokenCount(),
        article.contentSha256(),
        pipelineVersion,
        topicModel,
        runId,
        processedAt,
        place.row());
  }

  /** A value of {@link #TOPICS}. */
  static Object[] topics(List<TopicScore> topics) {
    return topics.stream().map(ArticleRows::topic).toArray();
  }

  private static Row topic(TopicScore topic) {
    return RowFactory.create(
        topic.code(),
        topic.name(),
        topic.probability(),
        topic.evidence().stream().map(ArticleRows::evidence).toArray());
  }

  private static Row evidence(Evidence evidence) {
    return RowFactory.create(evidence.begin(), evidence.end(), evidence.contribution());
  }

  private static Row pick(Summary.Pick pick) {
    return RowFactory.create(pick.sentence(), pick.begin(), pick.end(), pick.score());
  }

  /**
   * What made the rows, as metadata of a column: Spark writes column metadata into the footer of
   * each Parquet file, where readers without Spark find it too.
   */
  Metadata provenance() {
    return new MetadataBuilder()
        .putString("broadsheet.version", pipelineVersion)
        .putString("broadsheet.topic_model", topicModel)
        .putString("broadsheet.vocabulary", vocabulary)
        .putString("broadsheet.run_id", runId)
        .build();
  }
}
