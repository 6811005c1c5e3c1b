package dev.broadsheet.spark;

import static dev.broadsheet.spark.SharedSpark.comparable;
import static dev.broadsheet.spark.SharedSpark.failures;
import static dev.broadsheet.spark.SharedSpark.rows;
import static dev.broadsheet.spark.SharedSpark.run;
import static dev.broadsheet.spark.SharedSpark.settings;
import static dev.broadsheet.spark.SharedSpark.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.report.RunReport;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.OnDuplicateId;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleJobTest {

  private static final String BODY =
      "The foreign ministers of both states met in Vienna on Monday to end the dispute."
          + " They agreed to open the border before the harvest.";

  @TempDir private Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void makeInput() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    output = folder.resolve("out");
    Files.writeString(input.resolve("a.jsonl"), line("a") + line("b") + "{\"id\": \"cut\n");
  }

  private static String line(String id) {
    return "{\"id\": \"%s\", \"title\": \"Talks %s\", \"text\": \"%s\"}\n".formatted(id, id, BODY);
  }

  @Test
  void everyRecordReadIsAnArticleOrAReject() throws IOException {
    RunReport.Counts counts = run(input, output).counts();
    assertEquals(3, counts.read());
    assertEquals(2, counts.articles());
    assertEquals(List.of("a", "b"), values(output, "articles", "article_id"));
    assertEquals(List.of("MALFORMED_RECORD"), values(output, "rejects", "reason"));
    assertEquals(List.of(), failures(output));
  }

  @Test
  void topicsHaveTheirNamesInTheLanguageAskedForAndTheirCodes() throws IOException {
    run(input, output);
    Path german = folder.resolve("german");
    RunReport.Counts counts = run(with(settings(input, german), OnDuplicateId.KEEP, "de")).counts();
    assertEquals(Map.of("Internationale Beziehung", 2L), counts.topTopics());
    assertEquals(topics(output, "code"), topics(german, "code"));
    assertTrue(topics(german, "name").contains("Internationale Beziehung"), topics(german, "name"));
    assertEquals(List.of(), failures(german));
  }

  private static String topics(Path output, String field) {
    return SharedSpark.SESSION
        .read()
        .parquet(output.resolve("articles").toString())
        .orderBy("article_id")
        .selectExpr("topics." + field)
        .collectAsList()
        .toString();
  }

  @Test
  void anExistingOutputIsLeftAloneUnlessToldOtherwise() throws IOException {
    run(input, output);
    List<String> before = values(output, "articles", "run_id");
    assertThrows(FileAlreadyExistsException.class, () -> run(input, output));
    assertEquals(before, values(output, "articles", "run_id"));
  }

  @Test
  void ofSeveralRecordsOfOneIdTheLastOneIsWrittenIfThatIsAskedFor() throws IOException {
    Path late = Files.writeString(input.resolve("Z.jsonl"), line("a").replace("Talks", "Late"));
    Files.setLastModifiedTime(late, FileTime.from(Instant.now().plusSeconds(60)));
    Files.writeString(input.resolve("y.jsonl"), line("c") + line("c").replace("Talks", "Last"));
    for (PartitionBy partitionBy : List.of(PartitionBy.NONE, PartitionBy.YEAR)) {
      RunReport.Counts counts = run(keepingLast(partitionBy)).counts();
      assertEquals(2, counts.duplicates());
      assertEquals(3, counts.articles());
      List<String> titles = values(output, "articles", "title");
      assertEquals(List.of("Last c", "Late a", "Talks b"), titles);
      assertEquals(List.of(), failures(output));
    }
    assertEquals(0, run(settings(input, folder.resolve("all"))).counts().duplicates());
    assertEquals(5, rows(folder.resolve("all"), "articles").size());
    assertEquals(schema(folder.resolve("all")), schema(output));
  }

  private RunSettings keepingLast(PartitionBy partitionBy) {
    RunSettings all = settings(input, output, Mode.OVERWRITE, partitionBy);
    return with(all, OnDuplicateId.LAST, all.topicNames());
  }

  private static RunSettings with(RunSettings all, OnDuplicateId onDuplicateId, String topicNames) {
    return new RunSettings(
        all.inputs(),
        all.output(),
        all.format(),
        all.fieldMap(),
        all.mode(),
        onDuplicateId,
        all.partitionBy(),
        all.partitions(),
        all.topicsModel(),
        topicNames,
        all.summary(),
        all.keepOtherLanguages(),
        all.maxTextLength(),
        all.minTextQuality(),
        all.maxRejectRatio(),
        all.effective());
  }

  /** Without the folders' columns. */
  private static String schema(Path output) {
    return SharedSpark.SESSION
        .read()
        .parquet(output.resolve("articles").toString())
        .drop("published_year")
        .schema()
        .sql();
  }

  @Test
  void overwriteReplacesTheOutput() throws IOException {
    run(input, output);
    Files.writeString(input.resolve("a.jsonl"), line("c"));
    run(settings(input, output, Mode.OVERWRITE, PartitionBy.NONE));
    assertEquals(List.of("c"), values(output, "articles", "article_id"));
    assertEquals(List.of(), failures(output));
    assertEquals(List.of("in", "out"), names(folder));
  }

  @Test
  void overwriteThatFailsLeavesTheOutput() throws IOException {
    run(input, output);
    List<String> before = comparable(output, "articles");
    RunSettings noInput =
        settings(folder.resolve("none"), output, Mode.OVERWRITE, PartitionBy.NONE);
    assertThrows(FileNotFoundException.class, () -> run(noInput));
    assertEquals(before, comparable(output, "articles"));
    assertEquals(List.of("in", "out"), names(folder));
  }

  @Test
  void overwriteRefusesAFolderThatIsNotOurs() throws IOException {
    Files.writeString(Files.createDirectory(output).resolve("thesis.doc"), "years of work");
    RunSettings settings = settings(input, output, Mode.OVERWRITE, PartitionBy.NONE);
    assertThrows(FileAlreadyExistsException.class, () -> run(settings));
    assertEquals("years of work", Files.readString(output.resolve("thesis.doc")));
  }

  @Test
  void appendingTheSameInputTwiceAddsNothing() throws IOException {
    RunSettings append = settings(input, output, Mode.APPEND, PartitionBy.NONE);
    run(append);
    List<String> articles = comparable(output, "articles");
    List<String> rejects = comparable(output, "rejects");
    RunReport second = run(append);
    assertEquals(2, second.counts().unchanged());
    assertEquals(0, second.counts().articles());
    assertEquals(articles, comparable(output, "articles"));
    assertEquals(rejects, comparable(output, "rejects"));
    assertEquals(List.of(), failures(output));
  }

  @Test
  void appendAddsWhatIsNewOrChanged() throws IOException {
    RunSettings append = settings(input, output, Mode.APPEND, PartitionBy.NONE);
    run(append);
    String changed = line("b").replace("harvest", "winter");
    Files.writeString(input.resolve("a.jsonl"), line("a") + changed + line("c"));
    RunReport second = run(append);
    assertEquals(1, second.counts().unchanged());
    assertEquals(2, second.counts().articles());
    assertEquals(List.of("a", "b", "b", "c"), values(output, "articles", "article_id"));
    assertEquals(List.of(), failures(output));
  }

  @Test
  void appendRefusesAnotherPartitioning() throws IOException {
    run(input, output);
    RunSettings byYear = settings(input, output, Mode.APPEND, PartitionBy.YEAR);
    assertThrows(FileAlreadyExistsException.class, () -> run(byYear));
  }

  @Test
  void articlesCanBeCutIntoFoldersByMonth() throws IOException {
    String dated = line("d").replace("\"text\"", "\"date\": \"2021-04-14\", \"text\"");
    Files.writeString(input.resolve("a.jsonl"), line("a") + dated);
    run(settings(input, output, Mode.ERROR, PartitionBy.MONTH));
    Path month = output.resolve("articles/published_year=2021/published_month=4");
    assertTrue(Files.isDirectory(month));
    assertEquals(List.of("a", "d"), values(output, "articles", "article_id"));
    assertEquals(List.of(), failures(output));
  }

  @Test
  void anInputOfNothingButRejectsGivesAnOutputWithoutArticles() throws IOException {
    Files.writeString(input.resolve("a.jsonl"), "{\"text\": \"\"}\n");
    for (PartitionBy partitionBy : PartitionBy.values()) {
      Path empty = folder.resolve("by-" + partitionBy);
      RunReport report = run(settings(input, empty, Mode.ERROR, partitionBy));
      assertEquals(0, report.counts().articles());
      assertEquals(1, report.counts().rejected());
      assertEquals(List.of(), failures(empty));
    }
  }

  @Test
  void filesMayHaveAnyName() throws IOException {
    for (String name : List.of("10:30 é#1.txt", "a [1].txt", "50%.txt", "b{c}*.txt")) {
      Files.writeString(input.resolve(name), BODY + "\n\n" + BODY);
    }
    run(input, output);
    List<String> ids = values(output, "articles", "article_id");
    assertEquals(List.of("10:30 é#1.txt", "50%.txt", "a", "a [1].txt", "b", "b{c}*.txt"), ids);
    Path one = folder.resolve("one");
    run(input.resolve("a [1].txt"), one);
    assertEquals(List.of("a [1].txt"), values(one, "articles", "article_id"));
  }

  @Test
  void ofParquetOnlyFieldsAreReadAndNullsInListsAreSkipped() throws IOException {
    SharedSpark.SESSION
        .sql(
            "SELECT 'p' AS id, '%s' AS text, array(null, 'peace', null) AS tags, 'x' AS unneeded"
                    .formatted(BODY)
                + " UNION ALL SELECT 'q', '', array(null), 'x'")
        .write()
        .parquet(input.resolve("rows").toString());
    Files.delete(input.resolve("a.jsonl"));
    run(input, output);
    assertEquals(List.of("p"), values(output, "articles", "article_id"));
    assertEquals(
        List.of("peace"),
        rows(output, "articles")
            .get(0)
            .getList(rows(output, "articles").get(0).fieldIndex("source_tags")));
    Row reject = rows(output, "rejects").get(0);
    assertEquals("EMPTY_TEXT", reject.getAs("reason"));
    assertFalse(String.valueOf(reject.<String>getAs("raw")).contains("unneeded"));
  }

  @Test
  void gzippedParquetIsReadAsThePlainOne() throws IOException {
    Files.delete(input.resolve("a.jsonl"));
    byte[] plain = Files.readAllBytes(Path.of("data/sample/library.parquet"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(input.resolve("library.parquet.gz")))) {
      out.write(plain);
    }
    Files.write(input.resolve("cut.parquet.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    RunReport report = run(input, output);
    assertEquals(6, report.counts().articles());
    assertEquals(Map.of("UNREADABLE_FILE", 1L), report.counts().rejects());
    assertEquals(List.of(), failures(output));
  }

  @Test
  void whatIsUnderTheOutputIsNoInput() throws IOException {
    Path below = input.resolve("out");
    run(input, below);
    RunReport again = run(settings(input, below, Mode.APPEND, PartitionBy.NONE));
    assertEquals(3, again.counts().read());
  }

  @Test
  void anInputWithoutFilesIsAnErrorThatNamesIt() {
    Path none = folder.resolve("none");
    Exception error = assertThrows(FileNotFoundException.class, () -> run(none, output));
    assertTrue(error.getMessage().contains("none does not exist"), error.getMessage());
    assertFalse(Files.exists(output));
  }

  @Test
  void anOutputThatCannotBeWrittenIsAnErrorAndNothingIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "a file, not a folder");
    assertThrows(IOException.class, () -> run(input, file.resolve("out")));
    assertEquals(List.of("file", "in"), names(folder));
  }

  @Test
  void aSecondRunIntoTheSameOutputIsRefusedByNameOfTheFirst() throws IOException {
    FileSystem files = FileSystem.getLocal(new Configuration());
    Path lock = folder.resolve(".out.lock");
    try (OutputLock first =
        OutputLock.take(files, new org.apache.hadoop.fs.Path(output.toUri()), "first-run")) {
      Exception error = assertThrows(OutputHeldException.class, () -> run(input, output));
      assertTrue(error.getMessage().contains("first-run"), error.getMessage());
      assertTrue(Files.exists(lock));
    }
    assertFalse(Files.exists(lock));
  }

  @Test
  void aRunKilledBetweenItsTwoRenamesIsFinishedByTheNext() throws IOException {
    run(input, output);
    Path staging = folder.resolve(".out.staging");
    Files.move(output, staging);
    Files.createFile(staging.resolve("_broadsheet/ready"));
    RunReport second = run(settings(input, output, Mode.APPEND, PartitionBy.NONE));
    assertEquals(2, second.counts().unchanged());
    assertEquals(List.of("in", "out"), names(folder));
    assertEquals(List.of(), failures(output));
  }

  @Test
  void whatAKilledRunLeftUnfinishedIsRemovedByTheNext() throws IOException {
    Files.createDirectories(folder.resolve(".out.staging/articles/_temporary"));
    run(input, output);
    assertEquals(List.of("in", "out"), names(folder));
  }

  @Test
  void rowsSayWhatMadeThem() throws IOException {
    RunReport report = run(input, output);
    Row row = rows(output, "articles").get(0);
    assertEquals(report.runId(), row.getAs("run_id"));
    assertEquals(report.codeVersion(), row.getAs("pipeline_version"));
    assertEquals(report.topicModel(), row.getAs("topic_model"));
    String footer = SharedSpark.SESSION.read().parquet(output + "/articles").schema().json();
    assertTrue(footer.contains(report.topicModel()) && footer.contains(report.vocabulary()));
  }

  @Test
  void verifyFindsARowThatWasChanged() throws IOException {
    run(input, output);
    Path copy = folder.resolve("copy");
    SharedSpark.SESSION
        .read()
        .parquet(output + "/articles")
        .withColumn("text", org.apache.spark.sql.functions.expr("concat('x ', text)"))
        .write()
        .parquet(copy + "/articles");
    copyFolder(output.resolve("rejects"), copy.resolve("rejects"));
    copyFolder(output.resolve("_broadsheet"), copy.resolve("_broadsheet"));
    List<String> failures = failures(copy);
    assertTrue(failures.get(0).contains("article a"), failures::toString);
  }

  @Test
  void verifyFindsAFileThatWasLost() throws IOException {
    run(input, output);
    try (Stream<Path> files = Files.list(output.resolve("rejects"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }
    SharedSpark.SESSION
        .createDataFrame(List.<Row>of(), ArticleRows.REJECTS)
        .write()
        .mode("append")
        .parquet(output + "/rejects");
    assertTrue(failures(output).get(0).contains("has 1 rejects, the files 0"));
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
