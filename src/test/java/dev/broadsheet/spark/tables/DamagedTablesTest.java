package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.spark.ArchiveReport;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.spark.SharedSpark;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of tables that were damaged on purpose. */
class DamagedTablesTest {

  private static final String BODY =
      "The foreign ministers of both states met in Vienna on Monday to end the dispute."
          + " They agreed to open the border before the harvest.";

  @TempDir private static Path folder;
  private static Tables tables;
  private static Path output;
  private static Path good;

  @BeforeAll
  static void makeTables() throws IOException {
    Path input = Files.createDirectory(folder.resolve("in"));
    output = folder.resolve("t");
    good = folder.resolve("good");
    tables = new Tables(input, output);
    Files.writeString(input.resolve("a.jsonl"), line("a", "one") + line("b", "one") + "{\"id\"\n");
    tables.sync();
    Files.writeString(input.resolve("a.jsonl"), line("a", "two") + line("b", "one") + "{\"id\"\n");
    tables.sync();
    copy(output, good);
    Files.writeString(input.resolve("a.jsonl"), line("a", "six") + line("c", "one"));
  }

  private static String line(String id, String word) {
    return "{\"id\": \"%s\", \"title\": \"Talks %s\", \"text\": \"%s\"}\n"
        .formatted(id, word, BODY);
  }

  /** Without checksums, which what damages a file writes anew in earnest. */
  private static void copy(Path from, Path to) throws IOException {
    FileUtil.fullyDelete(to.toFile());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        if (!path.toString().endsWith(".crc")) {
          Files.copy(path, to.resolve(from.relativize(path)));
        }
      }
    }
  }

  /** The tables as they were, but for a file. */
  private static Path damaged(Damage damage, FileOf file, Name table) throws IOException {
    copy(good, output);
    Path damaged = Path.of(URI.create(file.in(tables.open().load(table))));
    damage.to(damaged);
    return damaged;
  }

  /** How a file comes to harm. */
  private interface Damage {

    Damage GONE = Files::delete;
    Damage EMPTY = file -> Files.write(file, new byte[0]);
    Damage CUT = file -> Files.write(file, half(Files.readAllBytes(file)));
    Damage OVERWRITTEN = file -> Files.write(file, overwritten(Files.readAllBytes(file)));

    void to(Path file) throws IOException;

    private static byte[] half(byte[] content) {
      return Arrays.copyOf(content, content.length / 2);
    }

    private static byte[] overwritten(byte[] content) {
      Arrays.fill(content, 40, 340, (byte) 0);
      return content;
    }
  }

  /** A file of a table, as Iceberg names it. */
  private interface FileOf {

    FileOf DATA = table -> scanned(table).file().location();
    FileOf MANIFEST = table -> table.currentSnapshot().allManifests(table.io()).get(0).path();
    FileOf MANIFEST_LIST = table -> table.currentSnapshot().manifestListLocation();
    FileOf METADATA =
        table -> ((HasTableOperations) table).operations().current().metadataFileLocation();

    String in(Table table) throws IOException;

    private static FileScanTask scanned(Table table) throws IOException {
      try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
        return tasks.iterator().next();
      }
    }
  }

  private static Object verify() throws IOException {
    List<String> failures = tables.failures();
    throw new IOException(String.join("\n", failures));
  }

  private static Object export() throws IOException {
    String to = folder.resolve("export").toString();
    return new ExportJob(
            SharedSpark.SESSION, output.toString(), null, to, Mode.ERROR, PartitionBy.NONE)
        .run();
  }

  private static Object history() throws IOException {
    return RunLog.of(SharedSpark.SESSION, output.toString(), null);
  }

  private static Object forget() throws IOException {
    return new ForgetJob(SharedSpark.SESSION, output.toString(), null).run(List.of("b"));
  }

  private static Object maintain() throws IOException {
    return new MaintainJob(SharedSpark.SESSION, output.toString(), null, Duration.ZERO).run();
  }

  /** The error is a sentence that names the file, and all that it says to a user. */
  private static void assertNames(String file, Callable<?> command) {
    Exception error = assertThrows(Exception.class, command::call);
    String said =
        Stream.iterate((Throwable) error, Objects::nonNull, Throwable::getCause)
            .filter(cause -> cause.getClass() == IOException.class)
            .map(Throwable::getMessage)
            .findFirst()
            .orElseGet(error::toString);
    assertTrue(said.contains(file) && said.endsWith(" Restore it from a backup."), said);
    assertEquals(1, said.lines().count(), said);
  }

  @Test
  void aDataFileIsNamedByEachCommandThatReadsIt() throws IOException {
    for (Damage damage : List.of(Damage.GONE, Damage.CUT, Damage.OVERWRITTEN)) {
      String file = damaged(damage, FileOf.DATA, Name.ARTICLES).getFileName().toString();
      assertNames(file, DamagedTablesTest::verify);
      assertNames(file, DamagedTablesTest::export);
      assertNames(file, tables::sync);
    }
    String runs = damaged(Damage.CUT, FileOf.DATA, Name.RUNS).getFileName().toString();
    assertNames(runs, DamagedTablesTest::history);
    assertNames(runs, tables::sync);
    assertNames(runs, DamagedTablesTest::forget);
    assertNames(runs, DamagedTablesTest::maintain);
    assertFalse(Files.exists(folder.resolve("export")));
  }

  @Test
  void aTableIsNamedThatHasLostItsManifests() throws IOException {
    for (Damage damage : List.of(Damage.GONE, Damage.CUT)) {
      for (FileOf file : List.of(FileOf.MANIFEST, FileOf.MANIFEST_LIST)) {
        damaged(damage, file, Name.ARTICLES);
        assertNames("t/articles ", DamagedTablesTest::verify);
        assertNames("t/articles ", DamagedTablesTest::export);
        assertNames("t/articles ", tables::sync);
      }
    }
    damaged(Damage.CUT, FileOf.MANIFEST, Name.RUNS);
    assertNames("t/runs ", DamagedTablesTest::history);
    assertFalse(Files.exists(folder.resolve("export")));
  }

  @Test
  void aTableIsNamedThatHasLostItsMetadata() throws IOException {
    for (Damage damage : List.of(Damage.GONE, Damage.EMPTY)) {
      damaged(damage, FileOf.METADATA, Name.RUNS);
      assertNames("t/runs ", DamagedTablesTest::verify);
      assertNames("t/runs ", DamagedTablesTest::history);
      assertNames("t/runs ", DamagedTablesTest::export);
      assertNames("t/runs ", tables::sync);
    }
    damaged(Damage.EMPTY, FileOf.METADATA, Name.ARTICLES);
    assertNames("t/articles ", DamagedTablesTest::export);
    assertNames("t/articles ", DamagedTablesTest::forget);
    assertNames("t/articles ", DamagedTablesTest::maintain);
  }

  @Test
  void aTableThatIsGoneIsNotMadeAnew() throws IOException {
    copy(good, output);
    FileUtil.fullyDelete(output.resolve("input_files").toFile());
    for (Callable<?> command :
        List.<Callable<?>>of(DamagedTablesTest::verify, DamagedTablesTest::export, tables::sync)) {
      Exception error = assertThrows(FileNotFoundException.class, command::call);
      assertTrue(error.getMessage().contains("t/input_files is gone"), error.getMessage());
    }
    assertFalse(Files.exists(output.resolve("input_files")));
  }

  @Test
  void thePageOfAReportIsOfAnExportAndNotOfTables() throws IOException {
    copy(good, output);
    Exception error =
        assertThrows(
            IOException.class, () -> ArchiveReport.of(SharedSpark.SESSION, output.toString()));
    assertTrue(error.getMessage().contains("'export'"), error.getMessage());
  }
}
