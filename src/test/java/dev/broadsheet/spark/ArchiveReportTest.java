package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.report.ArchiveView;
import dev.broadsheet.report.ArchiveView.ArticleCard;
import dev.broadsheet.report.ArchiveView.Passage;
import dev.broadsheet.report.ArchiveView.Topic;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.topics.Taxonomy;
import dev.broadsheet.topics.TopicModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page shows of the sample, against counts made by hand from its rows. */
class ArchiveReportTest {

  @TempDir private static Path folder;
  private static List<Row> rows;
  private static long rejects;
  private static ArchiveView view;

  @BeforeAll
  static void look() throws IOException {
    Path output = folder.resolve("sample");
    rejects = SharedSpark.run(Path.of("data/sample"), output).counts().rejected();
    rows = SharedSpark.rows(output, "articles");
    view = look(output);
  }

  private static ArchiveView look(Path output) throws IOException {
    return ArchiveReport.of(SharedSpark.SESSION, output.toString());
  }

  private static List<String> codes(Row row) {
    return row.<Row>getList(row.fieldIndex("topics")).stream().map(t -> t.getString(0)).toList();
  }

  private static Topic topic(String name) {
    return view.topics().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static long sum(int[] values) {
    return Arrays.stream(values).asLongStream().sum();
  }

  @Test
  void theTotalsAreThoseOfTheRows() {
    assertEquals(rows.size(), view.totals().articles());
    assertEquals(rows.size(), view.totals().fresh());
    assertEquals(rows.stream().filter(r -> !r.isNullAt(3)).count(), view.totals().dated());
    assertEquals(rejects, view.totals().rejects());
    assertEquals(rejects, view.rejects().stream().mapToLong(ArchiveView.Reject::records).sum());
    assertEquals("sample", view.name());
  }

  @Test
  void theTreeIsThatOfTheModelThatMadeTheRows() throws IOException {
    Path taxonomy = folder.resolve("sample/_broadsheet/taxonomy.json");
    byte[] ofModel = Files.readAllBytes(taxonomy);
    Files.deleteIfExists(taxonomy.resolveSibling(".taxonomy.json.crc"));
    List<Taxonomy.Topic> upsideDown =
        List.of(
            new Taxonomy.Topic("medtop:20000638", "international relations", null),
            new Taxonomy.Topic("medtop:11000000", "politics", "medtop:20000638"));
    Files.write(taxonomy, new Taxonomy("own", "", upsideDown).toJson());
    List<Topic> topics = look(folder.resolve("sample")).topics();
    Files.write(taxonomy, ofModel);
    Topic politics =
        topics.stream().filter(t -> t.name().equals("politics")).findFirst().orElseThrow();
    assertEquals("international relations", topics.get(politics.parent()).name());
    assertEquals(TopicModel.bundled().taxonomy().size(), Taxonomy.read(ofModel).size());
  }

  @Test
  void eachTopicIsCountedOnceAnArticle() {
    for (Topic topic : view.topics()) {
      long expected =
          rows.stream()
              .map(ArchiveReportTest::codes)
              .filter(c -> topic.code().isEmpty() ? c.isEmpty() : c.contains(topic.code()))
              .count();
      assertEquals(expected, topic.articles(), topic.name());
      assertEquals(topic.code().isEmpty() ? 0 : expected, sum(topic.confidence()), topic.name());
    }
    assertEquals(view.topics().size() - 1, view.totals().topics());
  }

  @Test
  void aTopicIsBelowTheNextBroaderOne() {
    int politics = view.topics().indexOf(topic("politics"));
    assertEquals(politics, topic("international relations").parent());
    assertEquals(-1, topic("politics").parent());
  }

  @Test
  void everyDatedArticleIsInOnePeriodAndSoAreItsTopics() {
    assertEquals("day", view.timeline().unit());
    assertEquals(view.totals().first(), view.timeline().first());
    assertEquals(view.totals().dated(), sum(view.timeline().volume()));
    for (int t = 0; t < view.topics().size(); t++) {
      String code = view.topics().get(t).code();
      long dated =
          rows.stream()
              .filter(r -> !r.isNullAt(3))
              .map(ArchiveReportTest::codes)
              .filter(c -> code.isEmpty() ? c.isEmpty() : c.contains(code))
              .count();
      assertEquals(dated, sum(view.timeline().topics()[t]), code);
    }
  }

  @Test
  void pairsAreTheArticlesThatHaveBoth() {
    Map<String, Integer> expected = new HashMap<>();
    for (Row row : rows) {
      for (String a : codes(row)) {
        codes(row).stream()
            .filter(b -> a.compareTo(b) < 0)
            .forEach(b -> expected.merge(a + b, 1, Integer::sum));
      }
    }
    Map<String, Integer> found = new HashMap<>();
    for (int[] pair : view.together()) {
      found.put(view.topics().get(pair[0]).code() + view.topics().get(pair[1]).code(), pair[2]);
    }
    assertEquals(expected, found);
  }

  @Test
  void everyArticleOfASmallArchiveCanBeReadWithSentencesOfItsOwn() {
    assertEquals(rows.size(), view.articles().size());
    for (ArticleCard card : view.articles()) {
      Row row = row(card);
      String text = row.getAs("text");
      for (Passage passage : card.passages()) {
        assertTrue(text.contains(passage.text()), passage.text());
      }
      List<String> picks = card.passages().stream().filter(Passage::s).map(Passage::text).toList();
      assertEquals(row.getAs("summary"), String.join(" ", picks));
      assertEquals(codes(row).size(), card.topics().size());
    }
  }

  private static Row row(ArticleCard card) {
    return rows.stream()
        .filter(r -> card.source().equals(r.getAs("source_uri")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void evidencePointsAtThePassagesThatSpeakForTheTopic() {
    for (ArticleCard card : view.articles()) {
      List<Row> topics = row(card).getList(row(card).fieldIndex("topics"));
      for (int t = 0; t < topics.size(); t++) {
        List<Row> evidence = topics.get(t).getList(3);
        List<double[]> shown = card.topics().get(t).e();
        assertEquals(Math.min(2, evidence.size()), shown.size());
        for (int e = 0; e < shown.size(); e++) {
          assertEquals(evidence.get(e).getDouble(2), shown.get(e)[1], .001);
          String text = row(card).getAs("text");
          int from = text.offsetByCodePoints(0, evidence.get(e).getInt(0));
          assertTrue(text.startsWith(card.passages().get((int) shown.get(e)[0]).text(), from));
        }
      }
    }
  }

  @Test
  void articlesStandNewestFirstAndUndatedOnesLast() {
    List<String> dates =
        view.articles().stream().map(card -> card.date() == null ? "" : card.date()).toList();
    assertEquals(dates.stream().sorted(java.util.Comparator.reverseOrder()).toList(), dates);
  }

  @Test
  void anAppendedRunIsToldFromTheEarlierOne() throws IOException {
    Path input = Files.createDirectory(folder.resolve("in"));
    Path output = folder.resolve("appended");
    for (String day : List.of("2026-01-01", "2026-01-03")) {
      Files.writeString(input.resolve(day + ".jsonl"), line(day));
      SharedSpark.run(SharedSpark.settings(input, output, Mode.APPEND, PartitionBy.YEAR));
    }
    ArchiveView appended = look(output);
    assertEquals(2, appended.totals().articles());
    assertEquals(1, appended.totals().fresh());
    assertEquals(List.of(1L, 0L), unchanged(appended));
    assertEquals(List.of(1, 0, 1), Arrays.stream(appended.timeline().volume()).boxed().toList());
  }

  private static List<Long> unchanged(ArchiveView view) {
    return view.runs().stream().map(run -> run.counts().unchanged()).toList();
  }

  private static String line(String day) {
    return "{\"id\": \"%s\", \"published\": \"%s\", \"text\": \"%s\"}\n"
        .formatted(day, day, "The ministers met in Vienna on Monday to end the long dispute.");
  }

  @Test
  void anOutputOfRejectsAloneIsSeenAsThat() throws IOException {
    Path input = Files.writeString(folder.resolve("empty.jsonl"), "{\"text\": \"\"}\n");
    Path output = folder.resolve("rejects");
    SharedSpark.run(input, output);
    ArchiveView empty = look(output);
    assertEquals(0, empty.totals().articles());
    assertEquals(1, empty.totals().rejects());
    assertNull(empty.timeline().first());
    assertEquals(List.of(), empty.articles());
  }

  @Test
  void aFolderThatIsNoOutputIsNamed() {
    FileNotFoundException failure = assertThrows(FileNotFoundException.class, () -> look(folder));
    assertTrue(failure.getMessage().contains("is no output of Broadsheet"), failure.getMessage());
  }
}
