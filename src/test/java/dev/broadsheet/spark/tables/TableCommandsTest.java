package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.report.HistoryTable;
import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.spark.SharedSpark;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else is done with tables. */
class TableCommandsTest {

  private static final String BODY =
      "The foreign ministers of both states met in Vienna on Monday to end the dispute."
          + " They agreed to open the border before the harvest.";

  @TempDir private Path folder;
  private Path input;
  private Path output;
  private Tables tables;

  @BeforeEach
  void makeInput() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    output = folder.resolve("table");
    tables = new Tables(input, output);
    write("a.jsonl", line("a", "one") + line("b", "one") + "{\"id\": \"cut\n");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(input.resolve(name), content);
  }

  private static String line(String id, String word) {
    return "{\"id\": \"%s\", \"title\": \"Talks %s\", \"text\": \"%s\"}\n"
        .formatted(id, word, BODY);
  }

  private List<String> failures() throws IOException {
    return tables.failures();
  }

  @Test
  void aForgottenArticleIsInNoFileAndNeverComesBack() throws IOException {
    tables.sync();
    write("a.jsonl", line("a", "two longer") + line("b", "one") + line("c", "one"));
    tables.sync();
    assertTrue(bounds().contains("longer"));
    ForgetJob.Result result =
        new ForgetJob(SharedSpark.SESSION, output.toString(), null).run(List.of("a", "never"));
    assertEquals(1, result.report().counts().removed());
    assertEquals(List.of("never"), result.unknown());
    assertEquals(Set.of("b", "c"), tables.titles().keySet());
    assertEquals(Set.of("b", "c"), idsInDataFiles());
    assertFalse(bounds().contains("longer"));
    assertEquals(manifests().get(0), manifests().get(1));
    write("a.jsonl", line("a", "three") + line("b", "one") + line("c", "one"));
    assertEquals(1, tables.sync().counts().forgotten());
    assertEquals(Set.of("b", "c"), tables.titles().keySet());
    assertEquals(List.of(), failures());
  }

  /** Bounds of the columns, as the manifests have them. */
  private String bounds() throws IOException {
    String files = tables.open().sqlName(Name.ARTICLES) + ".all_files";
    return SharedSpark.SESSION
        .sql("SELECT to_json(readable_metrics) FROM " + files)
        .collectAsList()
        .toString();
  }

  /** Manifests on the disk, and those that snapshots have. */
  private List<Set<String>> manifests() throws IOException {
    Set<String> known = new HashSet<>();
    String table = tables.open().sqlName(Name.ARTICLES) + ".all_manifests";
    SharedSpark.SESSION
        .table(table)
        .select("path")
        .collectAsList()
        .forEach(row -> known.add(Path.of(row.getString(0)).getFileName().toString()));
    try (Stream<Path> files = Files.list(output.resolve("articles/metadata"))) {
      return List.of(
          known,
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".avro") && !name.startsWith("snap-"))
              .collect(Collectors.toSet()));
    }
  }

  /** Of all Parquet files of the table, whether a snapshot has them or not. */
  private Set<String> idsInDataFiles() throws IOException {
    Set<String> ids = new HashSet<>();
    try (Stream<Path> files = Files.walk(output.resolve("articles/data"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        for (Row row : SharedSpark.SESSION.read().parquet(file.toString()).collectAsList()) {
          ids.add(
              row.getAs(
                  row.schema().fieldNames()[0].equals("file_path") ? "file_path" : "article_id"));
        }
      }
    }
    return ids;
  }

  @Test
  void aKilledForgettingIsFinishedByTheNextRun() throws IOException {
    tables.sync();
    ArchiveTables open = tables.open();
    List<Row> tombstone =
        List.of(
            org.apache.spark.sql.RowFactory.create(
                DigestUtils.sha256Hex("a"), "killed", java.time.Instant.now()));
    open.append(
        Name.TOMBSTONES,
        SharedSpark.SESSION.createDataFrame(tombstone, TableRows.TOMBSTONES),
        java.util.Map.of(ArchiveTables.RUN_ID, "killed"));
    tables.sync();
    assertEquals(Set.of("b"), tables.titles().keySet());
    assertTrue(tables.column(Name.RUNS, "command").contains("forget"));
    assertEquals(List.of(), failures());
  }

  @Test
  void anExportHasTheSchemaOfARunAndVerifies() throws IOException {
    tables.sync();
    write("b.jsonl", line("c", "one"));
    tables.sync();
    Path out = folder.resolve("out");
    export(out, Mode.ERROR);
    assertThrows(FileAlreadyExistsException.class, () -> export(out, Mode.ERROR));
    export(out, Mode.OVERWRITE);
    Path run = folder.resolve("run");
    SharedSpark.run(input, run);
    for (String rows : List.of("articles", "rejects")) {
      assertEquals(SharedSpark.comparable(run, rows), SharedSpark.comparable(out, rows));
      assertEquals(fields(run, rows), fields(out, rows));
    }
    assertEquals(List.of(), SharedSpark.failures(out));
  }

  private void export(Path to, Mode mode) throws IOException {
    new ExportJob(
            SharedSpark.SESSION, output.toString(), null, to.toString(), mode, PartitionBy.NONE)
        .run();
  }

  /** Names and types, without the metadata that names the run. */
  private static String fields(Path output, String folder) {
    return SharedSpark.SESSION.read().parquet(output.resolve(folder).toString()).schema().sql();
  }

  @Test
  void maintenanceLeavesTheRowsInFewerFiles() throws IOException {
    for (int night = 0; night < 3; night++) {
      write("n" + night + ".jsonl", line("n" + night, "one") + line("a", "night " + night));
      tables.sync();
    }
    List<String> before = tables.comparable(Name.ARTICLES);
    int files = dataFiles();
    Path orphan = output.resolve("articles/data/of-a-killed-run.parquet");
    Files.writeString(orphan, "never committed");
    new MaintainJob(SharedSpark.SESSION, output.toString(), null, Duration.ZERO).run();
    assertFalse(Files.exists(orphan));
    assertEquals(before, tables.comparable(Name.ARTICLES));
    assertTrue(dataFiles() < files, "was " + files + ", is " + dataFiles());
    assertEquals(List.of(), failures());
    assertEquals(0, tables.sync().counts().read());
    List<TableReport> runs = RunLog.of(SharedSpark.SESSION, output.toString(), null);
    assertEquals(5, runs.size());
    assertTrue(HistoryTable.of(runs).contains("maintain"), () -> HistoryTable.of(runs));
  }

  private int dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(output.resolve("articles/data"))) {
      return (int) files.filter(f -> f.toString().endsWith(".parquet")).count();
    }
  }

  @Test
  void tablesMayLieInAnotherCatalogThanTheOutput() throws IOException {
    String catalog = "spark.sql.catalog.elsewhere";
    SharedSpark.SESSION.conf().set(catalog, "org.apache.iceberg.spark.SparkCatalog");
    SharedSpark.SESSION
        .conf()
        .set(catalog + ".catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog");
    SharedSpark.SESSION.conf().set(catalog + ".uri", "jdbc:duckdb:" + folder.resolve("catalog.db"));
    SharedSpark.SESSION.conf().set(catalog + ".warehouse", folder.resolve("warehouse").toString());
    tables = new Tables(input.toString(), output.toString(), "elsewhere.news.archive");
    tables.sync();
    write("a.jsonl", line("a", "two") + line("b", "one") + line("c", "one"));
    tables.sync();
    assertEquals(Map.of("a", "Talks two", "b", "Talks one", "c", "Talks one"), tables.titles());
    Path underWay =
        folder.resolve("warehouse/news/archive/articles/data/of-another-writer.parquet");
    Files.writeString(underWay, "not committed yet");
    new ForgetJob(SharedSpark.SESSION, output.toString(), tables.catalog()).run(List.of("b"));
    new MaintainJob(SharedSpark.SESSION, output.toString(), tables.catalog(), Duration.ZERO).run();
    assertTrue(Files.exists(underWay));
    assertEquals(Set.of("a", "c"), tables.titles().keySet());
    assertEquals(List.of(), failures());
    assertEquals(0, tables.sync().counts().read());
    assertFalse(Files.exists(output.resolve("articles")));
  }

  @Test
  void aReaderBesideASyncSeesTheOldRowsOrTheNewOnes() throws Exception {
    tables.sync();
    Set<String> old = titles();
    write("a.jsonl", line("a", "two") + line("b", "two") + line("c", "two"));
    Set<Set<String>> seen = Collections.synchronizedSet(new HashSet<>());
    List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean isDone = new AtomicBoolean();
    Thread reader =
        new Thread(
            () -> {
              while (!isDone.get()) {
                try {
                  seen.add(titles());
                } catch (IOException | RuntimeException e) {
                  errors.add(e);
                }
              }
            });
    reader.start();
    tables.sync();
    seen.add(titles());
    isDone.set(true);
    reader.join();
    assertEquals(List.of(), errors);
    assertEquals(Set.of(old, Set.of("a Talks two", "b Talks two", "c Talks two")), seen);
  }

  private Set<String> titles() throws IOException {
    Set<String> titles = new HashSet<>();
    tables.titles().forEach((id, title) -> titles.add(id + " " + title));
    return titles;
  }

  @Test
  void verifyFindsARowThatIsThereTwiceAndOneThatNoRunMade() throws IOException {
    tables.sync();
    ArchiveTables open = tables.open();
    open.append(
        Name.ARTICLES,
        open.read(Name.ARTICLES)
            .where("article_id = 'a'")
            .withColumn("run_id", org.apache.spark.sql.functions.lit("nobody")),
        java.util.Map.of());
    String found = String.join("\n", failures());
    assertTrue(found.contains("article_id in several rows: a"), found);
    assertTrue(found.contains("made by a run that is not in 'runs': a"), found);
    assertTrue(found.contains("by the runs there are 2, in the table 3"), found);
    assertFalse(Files.exists(folder.resolve(".table.lock")));
  }
}
