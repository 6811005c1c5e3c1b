package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.report.HistoryTable;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a month of nights comes to, and what a quiet night costs. */
@Tag("long")
class NightsIT {

  private static final int NIGHTS = 30;

  @TempDir private Path folder;

  private Path input() throws IOException {
    return Files.createDirectories(folder.resolve("in"));
  }

  @Test
  void aMonthWithAKillInEveryThirdNightEqualsOneRunOverTheFinalArchive()
      throws IOException, InterruptedException {
    GrowingArchive archive = new GrowingArchive(input(), 30);
    TableProcess process =
        TableProcess.sync(input(), Files.createDirectory(folder.resolve("place")));
    Tables nightly = new Tables(input(), process.output());
    archive.night(500, 0, 5);
    int files = process.madeFiles().size();
    Random random = new Random(30);
    for (int night = 2; night <= NIGHTS; night++) {
      archive.night(500, 20, 5);
      if (night % 3 == 0) {
        process.killAfter(1 + random.nextInt(files)); // the night after it completes the work
      } else {
        nightly.sync();
      }
    }
    nightly.sync();
    assertEquals(archive.titles(), nightly.titles());
    assertEquals(archive.damaged(), nightly.rows(Name.REJECTS).size());
    assertEquals(List.of(), nightly.failures());
    Tables fresh = new Tables(input(), folder.resolve("fresh"));
    fresh.sync();
    assertEquals(fresh.comparable(Name.ARTICLES), nightly.comparable(Name.ARTICLES));
    String[] seen = {"first_seen", "last_seen", "attempts"};
    assertEquals(fresh.comparable(Name.REJECTS, seen), nightly.comparable(Name.REJECTS, seen));
    assertEquals(fresh.comparable(Name.INPUT_FILES), nightly.comparable(Name.INPUT_FILES));
    RunLog log = new RunLog(nightly.open());
    System.out.println(HistoryTable.of(log.list()));
  }

  @Test
  void everyIdHasOneRowAfterAnyNights() throws IOException {
    for (int seed = 2; seed <= 9; seed++) {
      RandomArchive.assertOneRowAnId(folder, seed, 6);
    }
  }

  @Test
  void aNightInWhichNothingChangedInAThousandFilesTakesAFractionOfTheFullRun() throws IOException {
    warmUp();
    GrowingArchive archive = new GrowingArchive(input(), 1000);
    for (int file = 0; file < 1000; file++) {
      archive.night(50, 0, 0);
    }
    Tables tables = new Tables(input(), folder.resolve("table"));
    double full = seconds(tables);
    double quiet = seconds(tables);
    System.out.printf(
        "1,000 files, 50,000 articles: full %.1f s, quiet %.2f s, ratio %.3f%n",
        full, quiet, quiet / full);
    assertEquals(50_000, tables.open().read(Name.ARTICLES).count());
    assertTrue(quiet <= 0.15 * full, quiet + " s of " + full + " s");
  }

  /** So that neither pays for what Spark and Java do once. */
  private void warmUp() throws IOException {
    Path input = Files.createDirectory(folder.resolve("warm"));
    new GrowingArchive(input, 1).night(5000, 0, 0);
    Tables tables = new Tables(input, folder.resolve("warm-table"));
    tables.sync();
    tables.sync();
  }

  /** Of all that a sync does, mending and the log included. */
  private static double seconds(Tables tables) throws IOException {
    long begun = System.nanoTime();
    tables.sync();
    return (System.nanoTime() - begun) / 1e9;
  }
}
