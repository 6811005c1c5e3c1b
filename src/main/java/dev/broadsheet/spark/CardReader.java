package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.broadsheet.report.ArchiveView.ArticleCard;
import dev.broadsheet.report.ArchiveView.Given;
import dev.broadsheet.report.ArchiveView.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Makes cards of article rows: the sentences of summary and evidence, without the text. */
record CardReader(TopicTable topics) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SENTENCE = 500;
  private static final int EVIDENCE_OF_TOPIC = 2;
  private static final int OVERHEAD = 160;

  /** What {@link #card} reads. */
  static final Column[] COLUMNS = {
    expr("left(title, " + LONGEST_TITLE + ") AS title"),
    col("url"),
    expr("cast(date(published) AS string) AS date"),
    col("source_uri"),
    expr(
        "transform(summary_sentences, s -> struct(s.begin, "
            + sentence("s")
            + " AS text)) AS picks"),
    expr(
        "transform(topics, t -> struct(t.code, t.probability, transform(slice(t.evidence, 1, "
            + EVIDENCE_OF_TOPIC
            + "), e -> struct(e.begin, "
            + sentence("e")
            + " AS text, e.contribution)) AS evidence)) AS topics")
  };

  private static String sentence(String span) {
    return "substring(text, %1$s.begin + 1, least(%1$s.end - %1$s.begin, %2$d))"
        .formatted(span, LONGEST_SENTENCE);
  }

  ArticleCard card(Row row) {
    TreeMap<Integer, Passage> passages = new TreeMap<>();
    List<Row> given = row.getList(5);
    for (Row topic : given) {
      topic.<Row>getList(2).forEach(e -> passages.put(e.getInt(0), passage(e.getString(1), false)));
    }
    row.<Row>getList(4)
        .forEach(pick -> passages.put(pick.getInt(0), passage(pick.getString(1), true)));
    return new ArticleCard(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        given(given, passages),
        List.copyOf(passages.values()));
  }

  private static Passage passage(String text, boolean isOfSummary) {
    boolean isCut = text.codePointCount(0, text.length()) == LONGEST_SENTENCE;
    return new Passage(isCut ? text + "…" : text, isOfSummary);
  }

  private List<Given> given(List<Row> rows, TreeMap<Integer, Passage> passages) {
    List<Given> given = new ArrayList<>();
    for (Row row : rows) {
      Integer place = topics.places().get(row.getString(0));
      if (place != null) {
        given.add(new Given(place, rounded(row.getDouble(1)), evidence(row.getList(2), passages)));
      }
    }
    return given;
  }

  private static List<double[]> evidence(List<Row> rows, TreeMap<Integer, Passage> passages) {
    return rows.stream()
        .map(e -> new double[] {passages.headMap(e.getInt(0)).size(), rounded(e.getDouble(2))})
        .toList();
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }

  /** About how many bytes of the page a card takes; a character outside ASCII counts as three. */
  static int size(ArticleCard card) {
    int size = OVERHEAD + 40 * card.topics().size() + utf8(card.title()) + utf8(card.source());
    size += card.url() == null ? 0 : utf8(card.url());
    for (Passage passage : card.passages()) {
      size += 20 + utf8(passage.text());
    }
    return size;
  }

  private static int utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }
}
