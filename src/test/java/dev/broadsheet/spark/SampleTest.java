package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.broadsheet.Page;
import dev.broadsheet.pipeline.Fingerprint;
import dev.broadsheet.pipeline.Version;
import dev.broadsheet.report.RunReport;
import dev.broadsheet.report.RunTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample archive against its golden rows. After a change that is meant to change rows, run with
 * {@code -Dbroadsheet.golden=write} and look at what git says has changed.
 */
class SampleTest {

  private static final Path SAMPLE = Path.of("data/sample");
  private static final Path GOLDEN = Path.of("src/test/resources/dev/broadsheet/spark");

  /** What the pipeline finds, numbers to digits that any processor gives. */
  private static final String[] DECIDED = {
    "article_id",
    "url",
    "published",
    "title",
    "text",
    "language",
    "round(language_confidence, 4)",
    "round(text_quality, 4)",
    "source_tags",
    "top_topic",
    "transform(topics, t -> struct(t.code, t.name, round(t.probability, 4),"
        + " transform(t.evidence, e -> struct(e.begin, e.end))))",
    "summary",
    "transform(summary_sentences, s -> struct(s.sentence, s.begin, s.end))",
    "summary_notes",
    "sentence_count",
    "token_count",
    "content_sha256",
    "topic_model"
  };

  @TempDir private static Path folder;
  private static Path output;
  private static RunReport report;

  @BeforeAll
  static void run() throws IOException {
    output = folder.resolve("out");
    report = SharedSpark.run(SAMPLE, output);
  }

  @Test
  void everyRecordOfTheSampleEndsInOnePlace() {
    assertEquals(report.counts().read(), report.counts().articles() + report.counts().rejected());
    assertEquals(102, report.counts().articles());
    assertEquals(2, report.counts().dates().get("OUT_OF_RANGE"));
  }

  @Test
  void theBrokenFilesAreRejectedForWhatIsWrongWithThem() {
    assertEquals(
        Map.of(
            "EMPTY_TEXT", 7L,
            "NOT_TEXT", 2L,
            "INVALID_ENCODING", 1L,
            "UNREADABLE_FILE", 4L,
            "MALFORMED_RECORD", 2L,
            "WRONG_TYPE", 3L,
            "WITHDRAWN", 3L,
            "UNSUPPORTED_LANGUAGE", 2L),
        report.counts().rejects());
  }

  @Test
  void theOutputIsWhatItSays() throws IOException {
    assertEquals(List.of(), SharedSpark.failures(output));
  }

  @Test
  void theArticlesAreTheGoldenOnes() throws IOException {
    Dataset<Row> articles = SharedSpark.SESSION.read().parquet(output + "/articles");
    assertGolden(
        "sample-articles.jsonl",
        articles.selectExpr(
            "article_id",
            "title",
            "published",
            "source_tags",
            "top_topic",
            "transform(topics, t -> t.name) topics",
            "transform(summary_sentences, s -> s.sentence) summary",
            "summary_notes",
            "sentence_count",
            "token_count",
            "content_sha256"));
  }

  @Test
  void theRejectsAreTheGoldenOnes() throws IOException {
    Dataset<Row> rejects = SharedSpark.SESSION.read().parquet(output + "/rejects");
    assertGolden(
        "sample-rejects.jsonl",
        rejects.selectExpr(
            "regexp_extract(source_uri, 'data/sample/(.*)', 1) source", "reason", "detail"));
  }

  @Test
  void rowsChangeOnlyWithTheVersion() throws IOException {
    Dataset<Row> articles = SharedSpark.SESSION.read().parquet(output + "/articles");
    Dataset<Row> rejects = SharedSpark.SESSION.read().parquet(output + "/rejects");
    Fingerprint rows = new Fingerprint();
    SharedSpark.comparable(articles.selectExpr(DECIDED)).forEach(rows::add);
    SharedSpark.comparable(rejects.select("reason", "detail", "raw")).forEach(rows::add);
    String line = Version.CODE + " " + rows.hex();
    List<String> lines = Files.readAllLines(GOLDEN.resolve("rows-of-versions.txt"));
    assertEquals(
        lines.get(lines.size() - 1),
        line,
        "The rows of data/sample are no longer those of this version: move <version> in pom.xml, and"
            + " add the line of the new version");
  }

  @Test
  void theReadmeShowsWhatTheRunPrints() throws IOException {
    assertEquals(List.of(), Page.readme().notIn("run", RunTable.of(report, "out")));
  }

  private static void assertGolden(String name, Dataset<Row> rows) throws IOException {
    List<String> lines = rows.toJSON().collectAsList().stream().sorted().toList();
    Path golden = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("broadsheet.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.write(golden, lines);
    }
    assertEquals(String.join("\n", Files.readAllLines(golden)), String.join("\n", lines));
  }
}
