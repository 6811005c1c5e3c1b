package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.broadsheet.report.ArchiveView;
import dev.broadsheet.report.ArchiveView.Topic;
import dev.broadsheet.topics.Taxonomy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The topics that a page shows, and their numbers on it.
 *
 * @param shown most frequent first
 * @param places number by code
 * @param distinct topics given, shown or not
 */
record TopicTable(List<Topic> shown, Map<String, Integer> places, int distinct) {

  private static final int MOST_TOPICS = 250;

  /** Articles as rows of their topics; those without any have one row, with {@code NO_TOPIC}. */
  static Dataset<Row> exploded(Dataset<Row> articles, Column... columns) {
    return articles
        .selectExpr("*", "explode_outer(topics) AS topic")
        .withColumn(
            "code", when(col("topic").isNull(), ArchiveView.NO_TOPIC).otherwise(col("topic.code")))
        .select(columns);
  }

  /**
   * Counts the topics of articles.
   *
   * @param newestRun whose articles are fresh
   * @param taxonomy of the topics; one that it does not have is a top-level one
   */
  static TopicTable of(Dataset<Row> articles, String newestRun, Taxonomy taxonomy) {
    Map<String, Tally> tallies = tallies(articles, newestRun);
    List<Tally> most =
        tallies.values().stream().sorted(Tally.MOST_FIRST).limit(MOST_TOPICS).toList();
    Map<String, Integer> places = new HashMap<>();
    most.forEach(tally -> places.put(tally.code, places.size()));
    Map<String, Integer> parents = parents(places, taxonomy);
    List<Topic> shown =
        most.stream().map(tally -> tally.topic(parents.getOrDefault(tally.code, -1))).toList();
    tallies.remove(ArchiveView.NO_TOPIC);
    return new TopicTable(shown, Map.copyOf(places), tallies.size());
  }

  private static Map<String, Tally> tallies(Dataset<Row> articles, String newestRun) {
    Dataset<Row> counts =
        exploded(articles, col("code"), col("topic"), col("run_id"))
            .groupBy(col("code"), Histograms.bin("topic.probability").as("bin"))
            .agg(
                min("topic.name"),
                count(lit(1)),
                sum(when(col("run_id").equalTo(newestRun), 1L).otherwise(0L)));
    Map<String, Tally> tallies = new TreeMap<>();
    for (Row row : counts.collectAsList()) {
      tallies.computeIfAbsent(row.getString(0), Tally::new).add(row);
    }
    return tallies;
  }

  /** By code, the number of the next broader topic that is shown, where there is one. */
  private static Map<String, Integer> parents(Map<String, Integer> places, Taxonomy taxonomy) {
    Taxonomy shown = taxonomy.only(places.keySet());
    Map<String, Integer> parents = new HashMap<>();
    for (int i = 0; i < shown.size(); i++) {
      if (shown.parent(i) >= 0) {
        parents.put(shown.topic(i).code(), places.get(shown.topic(shown.parent(i)).code()));
      }
    }
    return parents;
  }

  /** The codes shown. */
  Object[] codes() {
    return shown.stream().map(Topic::code).toArray();
  }

  /** A code's number on the page. */
  int place(String code) {
    return places.get(code);
  }

  private static final class Tally {

    private static final Comparator<Tally> MOST_FIRST =
        Comparator.<Tally>comparingLong(tally -> tally.articles)
            .reversed()
            .thenComparing(tally -> tally.code);

    private final String code;
    private final int[] bins = new int[ArchiveView.BINS];
    private String name = "";
    private long articles;
    private long fresh;

    private Tally(String code) {
      this.code = code;
    }

    private void add(Row row) {
      if (!row.isNullAt(1)) {
        bins[row.getInt(1)] = Math.toIntExact(row.getLong(3));
        name = row.getString(2);
      }
      articles += row.getLong(3);
      fresh += row.getLong(4);
    }

    private Topic topic(int parent) {
      return new Topic(code, name, parent, articles, fresh, bins);
    }
  }
}
