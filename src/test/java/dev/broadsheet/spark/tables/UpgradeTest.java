package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.spark.SharedSpark;
import dev.broadsheet.spark.Verification;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import dev.broadsheet.spark.tables.SyncSettings.Reprocess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.SparkEnv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables and outputs of older versions: {@code first-sync.zip} is of the first commit with {@code
 * sync} (5ba1d01), {@code doubled-rows.zip} of 0.1.0, which wrote two rows of one id. Tables hold
 * absolute paths, so they were made, and are read, at {@code viewfs://old}.
 */
class UpgradeTest {

  private static final String INPUT = "viewfs://old/in";
  private static final String TABLE = "viewfs://old/t/table";
  private static final String OUTPUT = "viewfs://old/t/output";
  private static final FileTime TIME = FileTime.fromMillis(1_614_938_400_000L);

  /** One for all tests: Spark keeps a catalog, and with it where it lies. */
  @TempDir private static Path folder;

  private final Tables tables = new Tables(INPUT, TABLE);

  private void unpack(String name) throws IOException {
    FileUtil.fullyDeleteContents(folder.toFile());
    try (ZipInputStream zip = new ZipInputStream(open(name))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
          Files.setLastModifiedTime(file, TIME);
        }
      }
    }
    set("fs.viewfs.impl.disable.cache", "true");
    set("fs.viewfs.mounttable.old.link./in", folder.resolve("in").toUri().toString());
    set("fs.viewfs.mounttable.old.link./t", folder.toUri().toString());
  }

  /** For the driver and for tasks. */
  private static void set(String key, String value) {
    SharedSpark.SESSION.sparkContext().hadoopConfiguration().set(key, value);
    SparkEnv.get().conf().set("spark.hadoop." + key, value);
  }

  private static InputStream open(String name) {
    return UpgradeTest.class.getResourceAsStream(name);
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).collect(TreeSet::new, Set::add, Set::addAll);
    }
  }

  @Test
  void aTableOfTheFirstVersionIsReadAsItIsAndWidenedByTheNextSync() throws IOException {
    unpack("first-sync.zip");
    Set<String> before = files();
    Verification.Result old = TableVerification.of(SharedSpark.SESSION, TABLE, null);
    assertEquals(List.of(), old.failures());
    assertTrue(old.notes().get(0).contains("4 articles are by version 0.1.0"), old::toString);
    assertEquals(1, RunLog.of(SharedSpark.SESSION, TABLE, null).size());
    assertEquals(before, files());
    export();

    assertEquals(0, tables.sync().counts().read());
    assertEquals(List.of(), tables.failures());
    Path wire = folder.resolve("in/wire.jsonl");
    Files.writeString(wire, Files.readString(wire).replace("Ferry to", "Boat to"));
    TableReport.Counts counts = tables.sync().counts();
    assertEquals(1, counts.changed());
    assertEquals(2, counts.unchanged());
    assertNull(tables.row("f2").getAs("text_quality"));
    assertNull(tables.row("f2").getAs("summary_notes"));
    assertTrue(tables.row("f1").<Double>getAs("text_quality") > 0.9);
    assertNotNull(tables.row("f1").getAs("summary_notes"));
    assertEquals(List.of(), tables.failures());
    assertEquals(3, tables.syncResult(Reprocess.CHANGED_MODEL, 3).report().counts().changed());
    assertEquals(List.of(), tables.failures());
    new ForgetJob(SharedSpark.SESSION, TABLE, null).run(List.of("f1"));
    export();
    assertEquals(List.of(), tables.failures());
  }

  private void export() throws IOException {
    Path to = folder.resolve("export");
    new ExportJob(SharedSpark.SESSION, TABLE, null, to.toString(), Mode.OVERWRITE, PartitionBy.NONE)
        .run();
    assertEquals(List.of(), SharedSpark.failures(to));
  }

  @Test
  void ofRowsThatAnOlderVersionDoubledTheRightOneStays() throws IOException {
    unpack("doubled-rows.zip");
    assertEquals(3, tables.rows(Name.ARTICLES).size());
    tables.sync();
    assertEquals(
        Map.of(
            "wire.tar!/news.txt", "Bridge at Holm opens second",
            "wire.tar!/other.txt", "Bridge at Holm opens only"),
        tables.titles());
    assertEquals(2, tables.rows(Name.ARTICLES).size());
    assertEquals(List.of(), tables.failures());
    assertEquals(0, tables.sync().counts().read());
  }

  @Test
  void nothingIsAppendedToAnOutputThatLacksAColumnAndVerifySaysWhoseItIs() throws IOException {
    unpack("first-sync.zip");
    Set<String> before = files();
    Exception refused =
        assertThrows(IOException.class, () -> SharedSpark.run(INPUT, OUTPUT, Mode.APPEND));
    assertTrue(refused.getMessage().contains("the column text_quality is missing"));
    assertTrue(refused.getMessage().contains("--mode overwrite"));
    assertEquals(before, files());
    Verification.Result old = Verification.of(SharedSpark.SESSION, OUTPUT);
    assertEquals(List.of(), old.failures());
    assertTrue(old.notes().get(0).contains("by version 0.1.0"), old::toString);
  }

  @Test
  void aTableThatIsGoneIsNotMadeAnewInSilence() throws IOException {
    unpack("first-sync.zip");
    for (String gone : List.of("articles", "tombstones", "input_files")) {
      Path aside = folder.resolve("aside");
      Files.move(folder.resolve("table").resolve(gone), aside);
      Exception error = assertThrows(IOException.class, tables::sync);
      assertTrue(error.getMessage().contains(gone + " is gone"), error.getMessage());
      assertThrows(IOException.class, tables::failures);
      Files.move(aside, folder.resolve("table").resolve(gone));
    }
  }
}
