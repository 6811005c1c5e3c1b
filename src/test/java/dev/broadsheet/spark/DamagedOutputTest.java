package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify} and others say of outputs that were damaged on purpose. */
class DamagedOutputTest {

  private static final String BODY =
      "The foreign ministers of both states met in Vienna on Monday to end the dispute."
          + " They agreed to open the border before the harvest. The talks had begun in May.";

  private static final int ARTICLES = 19;

  @TempDir private static Path folder;
  private static Path input;
  private static Path good;

  @BeforeAll
  static void makeOutput() throws IOException {
    input = folder.resolve("in.jsonl");
    Files.writeString(
        input,
        Stream.iterate(0, i -> i + 1)
            .limit(ARTICLES)
            .map(i -> "a" + i)
            .map(
                id ->
                    "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"%s\"}\n"
                        .formatted(id, id, BODY))
            .collect(Collectors.joining()));
    good = folder.resolve("good");
    SharedSpark.run(input, good);
  }

  private static Path copy() throws IOException {
    Path copy = folder.resolve("copy");
    FileUtil.fullyDelete(copy.toFile());
    try (Stream<Path> all = Files.walk(good)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        if (!path.toString().endsWith(".crc")) {
          Files.copy(path, copy.resolve(good.relativize(path)));
        }
      }
    }
    return copy;
  }

  private static Path part(Path output) throws IOException {
    try (Stream<Path> files = Files.list(output.resolve("articles"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  /**
   * The output with a column replaced in the row of a3; or in all, if it must have another type.
   */
  private static Path with(String column, String value) throws IOException {
    Path copy = copy();
    Dataset<Row> rows = SharedSpark.SESSION.read().parquet(good + "/articles");
    Dataset<Row> damaged = value == null ? rows.drop(column) : rows.withColumn(column, expr(value));
    FileUtil.fullyDelete(copy.resolve("articles").toFile());
    damaged.coalesce(1).write().parquet(copy + "/articles");
    return copy;
  }

  /** Each fault, a column and its value, in a row of its own: the first in that of a0. */
  private static Path withEach(List<List<String>> faults) throws IOException {
    Path copy = copy();
    Dataset<Row> rows = SharedSpark.SESSION.read().parquet(good + "/articles");
    for (int i = 0; i < faults.size(); i++) {
      String column = faults.get(i).get(0);
      String value = "if(article_id = 'a%d', %s, %s)".formatted(i, faults.get(i).get(1), column);
      rows = rows.withColumn(column, expr(value));
    }
    FileUtil.fullyDelete(copy.resolve("articles").toFile());
    rows.coalesce(1).write().parquet(copy + "/articles");
    return copy;
  }

  private static String spans(String begin, String end) {
    return "transform(summary_sentences, s -> struct(s.sentence, %s AS begin, %s AS end, s.score))"
        .formatted(begin, end);
  }

  @Test
  void everyFaultOfARowIsToldWithItsIdFileAndNumber() throws IOException {
    Map<String, List<String>> faults =
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("the text is empty", List.of("text", "' '")),
                Map.entry("null in text", List.of("text", "null")),
                Map.entry("null in topics", List.of("topics", "null")),
                Map.entry(
                    "null in source_tags (an element)", List.of("source_tags", "array(null)")),
                Map.entry(
                    "null in summary_sentences.begin",
                    List.of("summary_sentences", spans("int(null)", "s.end"))),
                Map.entry(
                    "summary sentences overlap, are out of order or outside the text",
                    List.of("summary_sentences", spans("-5", "s.end"))),
                Map.entry(
                    "the summary is not what its offsets give",
                    List.of("summary_sentences", spans("s.begin", "s.end + 100000"))),
                Map.entry(
                    "a summary sentence is no whole sentence",
                    List.of("summary_sentences", spans("s.begin", "s.end - 1"))),
                Map.entry(
                    "a summary sentence has another number",
                    List.of(
                        "summary_sentences",
                        "transform(summary_sentences, s -> struct(s.sentence + 70 AS sentence, s.begin, s.end, s.score))")),
                Map.entry(
                    "evidence is outside the text",
                    List.of(
                        "topics",
                        "transform(topics, t -> struct(t.code, t.name, t.probability, array(struct(-1 AS begin, 9000000 AS end, double(1) AS contribution)) AS evidence))")),
                Map.entry(
                    "a topic's probability is not in [0, 1]",
                    List.of(
                        "topics",
                        "transform(topics, t -> struct(t.code, t.name, double('NaN') AS probability, t.evidence))")),
                Map.entry("top_topic is none of the topics", List.of("top_topic", "'gardening'")),
                Map.entry(
                    "content_sha256 is not that of title, text, date and tags",
                    List.of("title", "'Another title'")),
                Map.entry(
                    "content_sha256 is no SHA-256 in hex", List.of("content_sha256", "'abc'")),
                Map.entry("sentence_count is wrong", List.of("sentence_count", "0")),
                Map.entry("token_count is wrong", List.of("token_count", "-1")),
                Map.entry("summary_notes is wrong", List.of("summary_notes", "array('odd')")),
                Map.entry("text_quality is wrong", List.of("text_quality", "null")),
                Map.entry(
                    "language_confidence is not in [0, 1]",
                    List.of("language_confidence", "double('Infinity')"))));
    List<String> said = SharedSpark.failures(withEach(List.copyOf(faults.values())));
    int number = 0;
    for (String fault : faults.keySet()) {
      String where = "article a" + number++ + " of file:";
      assertTrue(
          said.stream()
              .anyMatch(
                  line ->
                      line.startsWith("articles: " + fault)
                          && (line.contains(where) || !line.contains(": 1 row"))),
          () -> fault + ": " + where + " not in " + said);
    }
    assertTrue(
        said.stream().anyMatch(line -> line.contains(": 1 row, ") && line.contains(" in part-")));
    List<String> nobody = SharedSpark.failures(with("article_id", "nullif(article_id, 'a3')"));
    assertTrue(nobody.get(0).contains("null in article_id: 1 row, record file:"), nobody::toString);
  }

  @Test
  void aColumnThatIsMissingOrOfAnotherTypeIsToldWithTheFile() throws IOException {
    assertSaid(with("summary", null), ": the column summary is missing.");
    assertSaid(with("token_count", "string(token_count)"), "token_count is string, not int.");
  }

  private static void assertSaid(Path damaged, String what) throws IOException {
    List<String> said = SharedSpark.failures(damaged);
    String name = part(damaged).getFileName().toString();
    assertTrue(said.get(0).contains(name) && said.get(0).contains(what), said::toString);
  }

  @Test
  void aFileThatIsCutEmptyOverwrittenThereTwiceOrGoneIsNamed() throws IOException {
    Path cut = copy();
    truncate(part(cut), Files.size(part(cut)) / 2);
    assertSaid(cut, "cannot be read");
    assertNamed(cut, part(cut).getFileName().toString());
    Path empty = copy();
    truncate(part(empty), 0);
    assertSaid(empty, "cannot be read");
    Path page = copy();
    overwrite(part(page), 40);
    assertSaid(page, "cannot be read");
    Path twice = copy();
    Files.copy(part(twice), part(twice).resolveSibling("part-9.parquet"));
    List<String> said = SharedSpark.failures(twice);
    assertTrue(said.get(0).contains("more than once: 19, article a0 of file:"), said::toString);
    assertNamed(twice, "has 38 articles, but by its reports 19");
    Path gone = copy();
    Files.delete(part(gone));
    assertTrue(SharedSpark.failures(gone).get(0).contains("has 19 articles, the files 0"));
    assertNamed(gone, "has 0 articles, but by its reports 19");
    FileUtil.fullyDelete(gone.resolve("articles").toFile());
    assertNamed(gone, "has 0 articles, but by its reports 19");
  }

  /** Of the page's report. */
  private static void assertNamed(Path damaged, String what) {
    Exception error =
        assertThrows(
            IOException.class, () -> ArchiveReport.of(SharedSpark.SESSION, damaged.toString()));
    assertTrue(error.getMessage().contains(what), error.getMessage());
  }

  private static void truncate(Path file, long length) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(length);
    }
  }

  private static void overwrite(Path file, long at) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(at);
      open.write(new byte[300]);
    }
  }

  @Test
  void aDamagedReportIsNamedAndTheOutputLeftAsItIs() throws IOException {
    String json = Files.readString(good.resolve("_broadsheet/run.json"));
    for (String damaged :
        List.of(
            "",
            "PK",
            "[1]",
            "null",
            "{}",
            json.substring(0, 200),
            json.replace("run_id", "x"),
            "{\"run_id\": {}}")) {
      Path output = copy();
      Path report = Files.writeString(output.resolve("_broadsheet/run.json"), damaged);
      Exception error = assertThrows(IOException.class, () -> SharedSpark.failures(output));
      assertTrue(error.getMessage().contains("run.json is damaged"), error.getMessage());
      RunSettings append = SharedSpark.settings(input, output, Mode.APPEND, PartitionBy.NONE);
      assertThrows(IOException.class, () -> SharedSpark.run(append));
      assertEquals(damaged, Files.readString(report));
    }
  }

  @Test
  void aFolderNamedLikeAPatternIsAFolder() throws IOException {
    Path odd = folder.resolve("o[1]{a,b}*?");
    SharedSpark.run(input, odd);
    SharedSpark.run(SharedSpark.settings(input, odd, Mode.APPEND, PartitionBy.NONE));
    assertEquals(List.of(), SharedSpark.failures(odd));
    assertFalse(ArchiveReport.of(SharedSpark.SESSION, odd.toString()).articles().isEmpty());
  }
}
