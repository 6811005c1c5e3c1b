package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import dev.broadsheet.report.ArchiveView;
import dev.broadsheet.report.ArchiveView.Count;
import dev.broadsheet.report.ArchiveView.Lengths;
import dev.broadsheet.report.ArchiveView.Reject;
import dev.broadsheet.report.ArchiveView.Totals;
import dev.broadsheet.report.RunReport;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * Looks an output over for the report page. All counting is Spark's; what comes back is bounded,
 * whatever the number of articles.
 */
public final class ArchiveReport {

  private static final int MOST_PAIRS = 2000;
  private static final int REJECT_EXAMPLES = 3;

  /** Tokens at which the bins of lengths begin. */
  private static final int[] EDGES = {0, 50, 100, 200, 400, 800, 1600, 3200, 6400};

  private final PublishedOutput output;
  private final List<RunReport> runs;
  private final Dataset<Row> articles;

  private ArchiveReport(PublishedOutput output) throws IOException {
    output.requireWhole();
    this.output = output;
    this.runs = output.runs();
    this.articles = output.rows(Publication.ARTICLES, ArticleRows.ARTICLES);
  }

  /**
   * What the page shows of an output.
   *
   * @param output the folder that {@code run} wrote
   * @throws IOException if it is no output, or cannot be read
   */
  public static ArchiveView of(SparkSession spark, String output) throws IOException {
    return new ArchiveReport(PublishedOutput.at(spark, output)).view();
  }

  private ArchiveView view() throws IOException {
    TopicTable topics = TopicTable.of(articles, runs.get(0).runId(), output.taxonomy());
    Totals totals = totals(topics.distinct());
    return new ArchiveView(
        output.folder().getName(),
        Instant.now().toString(),
        totals,
        topics.shown(),
        TimelineQuery.of(articles, totals, topics),
        together(topics),
        languages(),
        Histograms.of(articles.select(col("language_confidence"))),
        lengths(),
        rejects(),
        runs,
        ArticleChoice.of(articles, totals, topics));
  }

  private Totals totals(int topics) throws IOException {
    Row row =
        articles
            .selectExpr(
                "count(*)",
                "count(published)",
                "count_if(run_id = '" + runs.get(0).runId() + "')",
                "coalesce(sum(token_count), 0L)",
                "cast(cast(min(published) AS date) AS string)",
                "cast(cast(max(published) AS date) AS string)")
            .first();
    return new Totals(
        row.getLong(0),
        row.getLong(1),
        row.getLong(2),
        output.rows(Publication.REJECTS, ArticleRows.REJECTS).count(),
        topics,
        row.getLong(3),
        row.getString(4),
        row.getString(5));
  }

  /** Pairs of topics on one article, most frequent first. */
  private List<int[]> together(TopicTable topics) {
    Dataset<Row> pairs =
        articles
            .select(array_distinct(col("topics.code")).as("codes"))
            .select(explode(col("codes")).as("a"), col("codes"))
            .where(col("a").isin(topics.codes()))
            .select(col("a"), explode(col("codes")).as("b"))
            .where(col("a").lt(col("b")).and(col("b").isin(topics.codes())))
            .groupBy("a", "b")
            .agg(count(lit(1)).as("n"))
            .orderBy(desc("n"), col("a"), col("b"))
            .limit(MOST_PAIRS);
    List<int[]> together = new ArrayList<>();
    for (Row row : pairs.collectAsList()) {
      int articlesOfBoth = Math.toIntExact(row.getLong(2));
      together.add(
          new int[] {
            topics.place(row.getString(0)), topics.place(row.getString(1)), articlesOfBoth
          });
    }
    return together;
  }

  private List<Count> languages() {
    return articles
        .groupBy("language")
        .agg(count(lit(1)).as("n"))
        .orderBy(desc("n"), col("language"))
        .collectAsList()
        .stream()
        .map(row -> new Count(row.getString(0), row.getLong(1)))
        .toList();
  }

  private Lengths lengths() {
    String bin = "if(token_count < 50, 0, least(8, 1 + int(floor(log2(token_count / 50)))))";
    long[] counts = new long[EDGES.length];
    for (Row row : articles.groupBy(expr(bin)).count().collectAsList()) {
      counts[row.getInt(0)] = row.getLong(1);
    }
    Row quantiles =
        articles
            .selectExpr(
                "percentile_approx(token_count, array(0.1, 0.5, 0.9))",
                "percentile_approx(sentence_count, array(0.1, 0.5, 0.9))")
            .first();
    return new Lengths(EDGES, counts, ints(quantiles, 0), ints(quantiles, 1));
  }

  /** An array of integers; empty for null, which no articles give. */
  private static int[] ints(Row row, int column) {
    List<Integer> values = row.isNullAt(column) ? List.of() : row.getList(column);
    return values.stream().filter(Objects::nonNull).mapToInt(Integer::intValue).toArray();
  }

  private List<Reject> rejects() throws IOException {
    Dataset<Row> rejects = output.rows(Publication.REJECTS, ArticleRows.REJECTS);
    return rejects
        .withColumn(
            "n",
            row_number()
                .over(
                    Window.partitionBy("reason")
                        .orderBy(desc("processed_at"), col("source_uri"), col("detail"))))
        .groupBy("reason")
        .agg(
            count(lit(1)).as("records"),
            expr(
                "sort_array(collect_list(if(n <= "
                    + REJECT_EXAMPLES
                    + ", struct(n, source_uri, detail), null)))"))
        .orderBy(desc("records"), col("reason"))
        .collectAsList()
        .stream()
        .map(ArchiveReport::reject)
        .toList();
  }

  private static Reject reject(Row row) {
    List<Row> examples = row.getList(2);
    return new Reject(
        row.getString(0),
        row.getLong(1),
        examples.stream()
            .map(example -> new Reject.Example(example.getString(1), example.getString(2)))
            .toList());
  }
}
