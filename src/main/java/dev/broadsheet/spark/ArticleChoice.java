package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import dev.broadsheet.report.ArchiveView.ArticleCard;
import dev.broadsheet.report.ArchiveView.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Chooses the articles to show: of each topic the newest, and the newest of each slice of time, so
 * that a reader who picks a topic and a date finds some; of a small archive all. As many as the
 * page has room for.
 */
final class ArticleChoice {

  private static final int NEWEST_OF_TOPIC = 20;
  private static final int SLICES = 24;
  private static final int MOST_ARTICLES = 4000;

  /** Of the page's five megabytes, those that articles may take. */
  private static final int MOST_BYTES = 2_600_000;

  /** By which a row is found again. */
  private static final String[] KEY = {"source_uri", "run_id", "article_id"};

  private static final Column[] NEWEST_FIRST = {
    col("published").desc_nulls_last(), col("article_id"), col("source_uri")
  };

  private static final Column[] BEST_FIRST = {
    col("rank"), NEWEST_FIRST[0], NEWEST_FIRST[1], NEWEST_FIRST[2]
  };

  private ArticleChoice() {}

  /** The choice, newest first. */
  static List<ArticleCard> of(Dataset<Row> articles, Totals totals, TopicTable topics) {
    Dataset<Row> chosen = chosen(articles, totals, topics);
    Dataset<Row> rows = articles.join(broadcast(chosen), KEY).orderBy(BEST_FIRST);
    CardReader reader = new CardReader(topics);
    List<ArticleCard> cards = new ArrayList<>();
    int room = MOST_BYTES;
    for (Row row : rows.select(CardReader.COLUMNS).collectAsList()) {
      ArticleCard card = reader.card(row);
      room -= CardReader.size(card);
      if (room > 0) {
        cards.add(card);
      }
    }
    cards.sort(
        Comparator.comparing(ArticleCard::date, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed());
    return cards;
  }

  /** Keys of articles, with the best rank that an article has in any of its topics. */
  private static Dataset<Row> chosen(Dataset<Row> articles, Totals totals, TopicTable topics) {
    WindowSpec topic = Window.partitionBy("code").orderBy(NEWEST_FIRST);
    WindowSpec slice = Window.partitionBy("code", "slice").orderBy(NEWEST_FIRST);
    boolean isSmall = totals.articles() <= MOST_ARTICLES;
    Column rank =
        least(col("newest"), expr("if(newest_of_slice = 1, " + NEWEST_OF_TOPIC + ", newest)"));
    return TopicTable.exploded(
            articles.withColumn("slice", slice(totals)),
            col("code"),
            col("slice"),
            col("published"),
            col(KEY[0]),
            col(KEY[1]),
            col(KEY[2]))
        .where(col("code").isin(topics.codes()))
        .withColumn("newest", row_number().over(topic))
        .withColumn("newest_of_slice", row_number().over(slice))
        .withColumn("rank", rank)
        .where(col("rank").leq(isSmall ? MOST_ARTICLES : NEWEST_OF_TOPIC))
        .groupBy(KEY[0], KEY[1], KEY[2])
        .agg(min("rank").as("rank"), min("published").as("day"))
        .orderBy(col("rank"), desc("day"), col("article_id"), col("source_uri"))
        .limit(MOST_ARTICLES)
        .drop("day");
  }

  /** The slice of time that an article is from; null if it has no date. */
  private static Column slice(Totals totals) {
    if (totals.first() == null) {
      return lit(null).cast("bigint");
    }
    return expr(
        "width_bucket(unix_date(date(published)), unix_date(date'%s'), unix_date(date'%s') + 1, %d)"
            .formatted(totals.first(), totals.last(), SLICES));
  }
}
