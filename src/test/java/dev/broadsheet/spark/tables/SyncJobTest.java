package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.SharedSpark;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import dev.broadsheet.spark.tables.SyncSettings.Reprocess;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syncs in one JVM; {@link SyncKillIT} kills processes. */
class SyncJobTest {

  static final String BODY =
      "The foreign ministers of both states met in Vienna on Monday to end the dispute."
          + " They agreed to open the border before the harvest.";

  @TempDir private Path folder;
  private Tables tables;
  private Path input;
  private int clock;

  @BeforeEach
  void makeInput() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    tables = new Tables(input, folder.resolve("table"));
    write("a.jsonl", line("a", "one") + line("b", "one") + "{\"id\": \"cut\n");
  }

  /** Writes a file, each a second younger than the one before. */
  private void write(String name, String content) throws IOException {
    Path file = Files.writeString(input.resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L + 1000L * ++clock));
  }

  private static String line(String id, String word) {
    return "{\"id\": \"%s\", \"title\": \"Talks %s\", \"text\": \"%s\"}\n"
        .formatted(id, word, BODY);
  }

  private TableReport.Counts sync() throws IOException {
    return tables.sync().counts();
  }

  @Test
  void theFirstSyncAddsAllAndTheSecondDoesNotEvenRead() throws IOException {
    TableReport.Counts first = sync();
    assertEquals(2, first.added());
    assertEquals(1, first.rejected());
    TableReport second = tables.sync();
    assertEquals(0, second.counts().read());
    assertEquals(1, second.files().unchanged());
    assertEquals(Map.of("a", "Talks one", "b", "Talks one"), tables.titles());
    assertEquals(List.of("MALFORMED_RECORD"), tables.column(Name.REJECTS, "reason"));
  }

  @Test
  void whatIsNewIsAddedWhatChangedIsReplacedAndTheRestKeepsItsRow() throws IOException {
    sync();
    String firstRun = tables.column(Name.ARTICLES, "run_id").get(0);
    write("a.jsonl", line("a", "one") + line("b", "two") + line("c", "one"));
    TableReport.Counts second = sync();
    assertEquals(1, second.added());
    assertEquals(1, second.changed());
    assertEquals(1, second.unchanged());
    assertEquals(Map.of("a", "Talks one", "b", "Talks two", "c", "Talks one"), tables.titles());
    assertEquals(firstRun, tables.row("a").getAs("run_id"));
    assertNotEquals(firstRun, tables.row("b").getAs("run_id"));
    assertEquals(List.of(), tables.column(Name.REJECTS, "reason"));
  }

  @Test
  void anArticleThatMovedIsUnchangedButFoundAtItsNewPlace() throws IOException {
    sync();
    Row before = tables.row("b");
    write("a.jsonl", line("new", "one") + line("a", "one") + line("b", "one"));
    TableReport.Counts second = sync();
    assertEquals(2, second.unchanged());
    assertEquals(2, second.moved());
    Row after = tables.row("b");
    assertNotEquals(before.<String>getAs("source_uri"), after.getAs("source_uri"));
    assertEquals(before.<String>getAs("run_id"), after.getAs("run_id"));
    assertEquals(before.<Object>getAs("topics"), after.getAs("topics"));
  }

  @Test
  void whatVanishesIsToldOfOnceAndKept() throws IOException {
    write("b.jsonl", line("c", "one"));
    sync();
    write("a.jsonl", line("a", "one"));
    Files.delete(input.resolve("b.jsonl"));
    SyncJob.Result second = tables.syncResult(Reprocess.NONE, 3);
    assertEquals(List.of("b", "c"), second.vanished());
    assertEquals(2, second.report().counts().vanished());
    assertEquals(1, second.report().files().vanished());
    assertEquals(0, sync().vanished());
    assertEquals(3, tables.titles().size());
  }

  @Test
  void ofTwoRecordsOfOneIdTheLastInTheYoungestFileCounts() throws IOException {
    write("z.jsonl", line("a", "old"));
    write("b.jsonl", line("a", "first") + line("a", "last"));
    TableReport.Counts counts = sync();
    assertEquals(2, counts.added());
    assertEquals(3, counts.duplicates() + 0);
    assertEquals("Talks last", tables.titles().get("a"));
  }

  @Test
  void anOldFileThatArrivesLateDoesNotUndoANewerOne() throws IOException {
    sync();
    Path late = Files.writeString(input.resolve("z.jsonl"), line("a", "stale"));
    Files.setLastModifiedTime(late, FileTime.fromMillis(1_500_000_000_000L));
    TableReport.Counts counts = sync();
    assertEquals(1, counts.duplicates());
    assertEquals("Talks one", tables.titles().get("a"));
  }

  @Test
  void rowsOfOtherSettingsStayUnlessTheyShallBeMadeAnew() throws IOException {
    sync();
    write("b.jsonl", line("c", "one"));
    assertEquals(1, tables.syncResult(Reprocess.NONE, 1).report().counts().added());
    TableReport.Counts anew = tables.syncResult(Reprocess.CHANGED_MODEL, 1).report().counts();
    assertEquals(2, anew.changed());
    assertEquals(
        1, tables.row("a").getList(tables.row("a").fieldIndex("summary_sentences")).size());
    assertEquals(0, tables.syncResult(Reprocess.CHANGED_MODEL, 1).report().counts().read());
  }

  @Test
  void aFileReadUnderNewSettingsIsReadAgainIfOldRowsStayedInIt() throws IOException {
    sync();
    write("a.jsonl", line("a", "one") + line("b", "two"));
    TableReport.Counts second = tables.syncResult(Reprocess.NONE, 1).report().counts();
    assertEquals(1, second.changed());
    TableReport.Counts anew = tables.syncResult(Reprocess.CHANGED_MODEL, 1).report().counts();
    assertEquals(1, anew.changed());
    assertEquals(1, anew.unchanged());
  }

  @Test
  void rejectsStayUntilTheirFileChangesAndRememberSinceWhen() throws IOException {
    sync();
    Row first = tables.rows(Name.REJECTS).get(0);
    write("b.jsonl", line("c", "one"));
    sync();
    assertEquals(first, tables.rows(Name.REJECTS).get(0));
    write("a.jsonl", line("a", "one") + line("b", "one") + "{\"id\": \"cut\n");
    sync();
    Row again = tables.rows(Name.REJECTS).get(0);
    assertEquals(2, again.<Integer>getAs("attempts"));
    assertEquals(first.<Object>getAs("first_seen"), again.getAs("first_seen"));
    assertNotEquals(first.<Object>getAs("last_seen"), again.getAs("last_seen"));
    write("a.jsonl", line("a", "one"));
    sync();
    assertEquals(List.of(), tables.rows(Name.REJECTS));
  }

  @Test
  void aFileThatCouldNotBeReadIsTriedAgainThoughItDidNotChange() throws IOException {
    Files.write(input.resolve("cut.jsonl.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    sync();
    TableReport again = tables.sync();
    assertEquals(1, again.files().read());
    assertEquals(1, again.counts().rejected());
    assertEquals(1, again.counts().rejectsKnown());
    assertTrue(tables.column(Name.REJECTS, "attempts").contains("2"));
  }

  @Test
  void everyIdHasOneRowWhateverTheArchiveHoldsTwiceAndHoweverItChanges() throws IOException {
    RandomArchive.assertOneRowAnId(folder, 1, 3);
  }

  @Test
  void anOutputOfRunIsLeftAlone() throws IOException {
    SharedSpark.run(input, folder.resolve("out"));
    Tables wrong = new Tables(input, folder.resolve("out"));
    assertThrows(FileAlreadyExistsException.class, wrong::sync);
  }
}
