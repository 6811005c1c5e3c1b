package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.spark.SharedSpark;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import dev.broadsheet.spark.tables.SyncSettings.Reprocess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes killed by SIGKILL while they forget, maintain, or make all articles anew. Who reads the
 * tables then sees them as they were before or as they shall be, and the same command completes the
 * work.
 */
@Tag("long")
class CommandKillIT {

  private static final int POINTS = 12;

  @TempDir private Path folder;
  private Path input;
  private Path place;
  private GrowingArchive archive;
  private Tables tables;

  @BeforeEach
  void makeTables() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    place = Files.createDirectory(folder.resolve("place"));
    archive = new GrowingArchive(input, 7);
    tables = new Tables(input, place.resolve("table"));
    for (int night = 0; night < 3; night++) {
      archive.night(30, 4 * night, 2);
      tables.sync();
    }
  }

  @Test
  void aKilledForgettingIsCompletedByTheNextSyncOnceItsTombstonesAreThere()
      throws IOException, InterruptedException {
    List<String> ids = archive.titles().keySet().stream().limit(5).toList();
    Path file = Files.write(folder.resolve("ids.txt"), ids);
    TableProcess forget = TableProcess.of(place, "forget", "--ids=" + file);
    List<String> before = articles();
    List<String> made = madeFiles(forget);
    List<String> after = articles();
    assertEquals(before.size() - 5, after.size());
    Path committed = place.resolve("table/tombstones/metadata/v2.metadata.json");
    assertTrue(Files.exists(committed));
    for (String point : points(made)) {
      kill(forget, point);
      boolean isPromised = Files.exists(committed);
      tables.sync();
      assertEquals(isPromised ? after : before, articles(), point);
      assertEquals(List.of(), tables.failures(), point);
    }
  }

  @Test
  void aKilledMaintenanceLeavesTheRowsAsTheyAre() throws IOException, InterruptedException {
    TableProcess maintain = TableProcess.of(place, "maintain", "--keep-days=0");
    List<String> before = articles();
    for (String point : points(madeFiles(maintain))) {
      kill(maintain, point);
      assertEquals(before, articles(), point);
      tables.sync();
      new MaintainJob(SharedSpark.SESSION, tables.output(), null, Duration.ZERO).run();
      assertEquals(before, articles(), point);
      assertEquals(List.of(), tables.failures(), point);
    }
  }

  @Test
  void aKilledSyncUnderAnotherConfigurationIsCompletedByTheNext()
      throws IOException, InterruptedException {
    TableProcess anew =
        TableProcess.sync(input, place, "--reprocess=changed-model", "--summary-sentences=1");
    List<String> before = articles();
    List<String> made = madeFiles(anew);
    List<String> after = articles();
    assertTrue(after.stream().noneMatch(before::contains));
    for (String point : points(made)) {
      kill(anew, point);
      assertTrue(List.of(before, after).contains(articles()), point);
      tables.syncResult(Reprocess.CHANGED_MODEL, 1);
      assertEquals(after, articles(), point);
      assertEquals(List.of(), tables.failures(), point);
    }
  }

  private List<String> articles() throws IOException {
    return tables.comparable(Name.ARTICLES);
  }

  private static List<String> madeFiles(TableProcess process)
      throws IOException, InterruptedException {
    process.keep();
    return process.madeFiles();
  }

  /** All commits, and others evenly over all that is made. */
  private static Set<String> points(List<String> made) {
    List<String> points = new ArrayList<>();
    made.stream().filter(kind -> kind.endsWith("metadata.json")).forEach(points::add);
    for (int i = 0; i < POINTS; i++) {
      points.add(made.get(i * made.size() / POINTS));
    }
    return new LinkedHashSet<>(points);
  }

  private static void kill(TableProcess process, String point)
      throws IOException, InterruptedException {
    process.restore();
    boolean isKilled = process.killAt(point);
    System.out.println((isKilled ? "killed at " : "not seen: ") + point);
  }
}
