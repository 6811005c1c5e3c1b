package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.year;

import dev.broadsheet.spark.RunSettings.PartitionBy;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Writes and re-reads the Parquet of an output that is not yet published.
 *
 * @param articleColumns those of an output, and perhaps those of {@link
 *     ArticleRows#STAGED_ARTICLES}
 * @param rejectColumns likewise
 */
public record StagedOutput(
    SparkSession spark,
    FileSystem files,
    Path folder,
    PartitionBy partitionBy,
    StructType articleColumns,
    StructType rejectColumns) {

  /** Row groups small enough that two writers fit a 1 GB heap, large enough to scan fast. */
  public static final long ROW_GROUP_BYTES = 32 << 20;

  /** Columns that seldom repeat a value: Parquet would build a dictionary to drop it again. */
  private static final List<String> UNLIKE =
      List.of(
          "article_id",
          "source_uri",
          "title",
          "text",
          "language_confidence",
          "summary",
          "content_sha256",
          "topics.list.element.probability",
          "topics.list.element.evidence.list.element.contribution",
          "summary_sentences.list.element.score");

  private static final String YEAR = "published_year";
  private static final String MONTH = "published_month";

  private static final Column[] ARTICLE_KEY = {col("article_id"), col("content_sha256")};
  private static final Column[] REJECT_KEY = {
    col("source_uri"), col("reason"), col("detail"), coalesce(col("raw"), lit(""))
  };

  /** With the columns of an output. */
  public static StagedOutput of(
      SparkSession spark, FileSystem files, Path folder, PartitionBy partitionBy) {
    return new StagedOutput(
        spark, files, folder, partitionBy, ArticleRows.ARTICLES, ArticleRows.REJECTS);
  }

  /** With the columns that tables need. */
  public static StagedOutput forTables(SparkSession spark, FileSystem files, Path folder) {
    return new StagedOutput(
        spark,
        files,
        folder,
        PartitionBy.NONE,
        ArticleRows.STAGED_ARTICLES,
        ArticleRows.STAGED_REJECTS);
  }

  /** With the places of articles, until {@link #keepLastOfEachId}. */
  StagedOutput withPlaces() {
    return new StagedOutput(
        spark, files, folder, partitionBy, ArticleRows.STAGED_ARTICLES, rejectColumns);
  }

  /** Writes articles; runs the job that makes them. */
  public void writeArticles(Dataset<Row> articles) {
    write(articles.select(ArticleRows.columns(articleColumns)), path(Publication.ARTICLES));
  }

  /** Writes rejects, with whatever number of rows. */
  public void writeRejects(Dataset<Row> rejects) {
    parquet(rejects.select(ArticleRows.columns(rejectColumns))).save(path(Publication.REJECTS));
  }

  /** The folder of {@link RejectSpill} files. */
  String spillFolder() {
    return path(Publication.SPILL);
  }

  /** The staged articles. */
  public Dataset<Row> articles() {
    return read(folder, Publication.ARTICLES, articleColumns);
  }

  /** The staged rejects. */
  public Dataset<Row> rejects() {
    return read(folder, Publication.REJECTS, rejectColumns);
  }

  /** Article rows in the staged files. */
  public long articleCount() throws IOException {
    return count(Publication.ARTICLES);
  }

  /** Reject rows in the staged files. */
  public long rejectCount() throws IOException {
    return count(Publication.REJECTS);
  }

  /**
   * Of the staged articles of one id keeps that with the greatest place, and the columns of an
   * output only.
   *
   * @return how many were taken out
   */
  long keepLastOfEachId() throws IOException {
    long before = articleCount();
    Dataset<Row> last =
        articles().groupBy("article_id").agg(max(Place.COLUMN).as(Place.COLUMN)).drop("article_id");
    Dataset<Row> kept = articles().join(last, Place.COLUMN, "left_semi");
    replace(Publication.ARTICLES, kept.select(ArticleRows.columns(ArticleRows.ARTICLES)), before);
    return before - articleCount();
  }

  /**
   * Takes out the staged articles that an output has already, by id and content.
   *
   * @return how many these were
   */
  long dropKnownArticles(Path output) throws IOException {
    return dropKnown(Publication.ARTICLES, ArticleRows.ARTICLES, output, ARTICLE_KEY);
  }

  /**
   * Takes out the staged rejects that an output has already.
   *
   * @return how many these were
   */
  long dropKnownRejects(Path output) throws IOException {
    return dropKnown(Publication.REJECTS, ArticleRows.REJECTS, output, REJECT_KEY);
  }

  private long dropKnown(String name, StructType schema, Path output, Column... key)
      throws IOException {
    long before = count(name);
    Dataset<Row> fresh = withoutKnown(read(folder, name, schema), read(output, name, schema), key);
    long kept = fresh.count();
    if (kept < before) {
      replace(name, fresh, kept);
    }
    return before - kept;
  }

  private void replace(String name, Dataset<Row> rows, long count) throws IOException {
    Path target = new Path(folder, name);
    Path rewritten = new Path(folder, "_" + name);
    if (count > 0) {
      write(rows, rewritten.toString());
    }
    files.delete(target, true);
    if (count > 0 && !files.rename(rewritten, target)) {
      throw new IOException("Cannot rename " + rewritten + " to " + target + ".");
    }
  }

  private long count(String name) throws IOException {
    return PartFiles.rows(
        files, new Path(folder, name), spark.sparkContext().hadoopConfiguration());
  }

  /** With the schema given, as an output cut into folders has no file if it has no rows. */
  private Dataset<Row> read(Path output, String name, StructType schema) {
    return PartFiles.read(spark, schema, List.of(new Path(output, name)))
        .select(ArticleRows.columns(schema));
  }

  private void write(Dataset<Row> rows, String target) {
    boolean isArticles = Arrays.asList(rows.columns()).contains("published");
    PartitionBy folders = isArticles ? partitionBy : PartitionBy.NONE;
    switch (folders) {
      case NONE -> parquet(rows).save(target);
      case YEAR -> parquet(withYear(rows)).partitionBy(YEAR).save(target);
      case MONTH -> parquet(withMonth(rows)).partitionBy(YEAR, MONTH).save(target);
    }
  }

  private static Dataset<Row> withoutKnown(Dataset<Row> fresh, Dataset<Row> known, Column... key) {
    Dataset<Row> knownKeys = known.select(named(key)).distinct();
    Column same = lit(true);
    for (int i = 0; i < key.length; i++) {
      same = same.and(key[i].equalTo(knownKeys.col("k" + i)));
    }
    return fresh.join(knownKeys, same, "left_anti");
  }

  private static Column[] named(Column... key) {
    Column[] named = new Column[key.length];
    for (int i = 0; i < key.length; i++) {
      named[i] = key[i].as("k" + i);
    }
    return named;
  }

  private static Dataset<Row> withYear(Dataset<Row> articles) {
    return articles.withColumn(YEAR, year(col("published")));
  }

  private static Dataset<Row> withMonth(Dataset<Row> articles) {
    return withYear(articles).withColumn(MONTH, month(col("published")));
  }

  private static DataFrameWriter<Row> parquet(Dataset<Row> rows) {
    DataFrameWriter<Row> writer =
        rows.write()
            .format("parquet")
            .option("compression", "zstd")
            .option("parquet.block.size", ROW_GROUP_BYTES);
    for (String column : UNLIKE) {
      writer.option("parquet.enable.dictionary#" + column, false);
    }
    return writer;
  }

  private String path(String name) {
    return new Path(folder, name).toString();
  }
}
