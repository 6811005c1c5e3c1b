package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.spark.Processes;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes killed by SIGKILL while they bring tables to their first or second night. The next run
 * must come to what one uninterrupted run comes to.
 */
class SyncKillIT {

  private static final String COMMIT = ".*/metadata/v\\d+\\.metadata\\.json";

  @TempDir private Path folder;
  private GrowingArchive archive;
  private TableProcess process;
  private Tables tables;
  private List<String> made;
  private List<String> expected;

  @BeforeEach
  void makeFolders() throws IOException {
    Path input = Files.createDirectory(folder.resolve("in"));
    archive = new GrowingArchive(input, 6);
    process = TableProcess.sync(input, Files.createDirectory(folder.resolve("place")));
    tables = new Tables(input, process.output());
  }

  private void firstNight() throws IOException, InterruptedException {
    archive.night(40, 0, 3);
    runUninterrupted();
  }

  private void secondNight() throws IOException, InterruptedException {
    archive.night(20, 6, 2);
    process.keep();
    runUninterrupted();
  }

  private void runUninterrupted() throws IOException, InterruptedException {
    made = process.madeFiles();
    expected = state();
    assertEquals(archive.titles(), tables.titles());
  }

  /** All rows, without what names the run and its time. */
  private List<String> state() throws IOException {
    List<String> state = new ArrayList<>(tables.comparable(Name.ARTICLES));
    state.addAll(tables.comparable(Name.REJECTS, "first_seen", "last_seen"));
    state.addAll(tables.comparable(Name.INPUT_FILES));
    return state;
  }

  /** Whether the kind of file was seen; some are there but for a moment. */
  private boolean killAndComplete(String kind) throws IOException, InterruptedException {
    process.restore();
    boolean isKilled = process.killAt(kind);
    complete("killed at " + kind);
    return isKilled;
  }

  private void complete(String when) throws IOException {
    tables.sync();
    assertEquals(expected, state(), when);
    assertEquals(List.of(), tables.failures(), when);
  }

  /** What the uninterrupted run committed, in its order. */
  private List<String> commits() {
    List<String> commits = made.stream().filter(kind -> kind.matches(COMMIT)).toList();
    for (String table : List.of("articles", "rejects", "input_files", "runs")) {
      assertTrue(commits.toString().contains("/" + table + "/"), made::toString);
    }
    return commits;
  }

  @Test
  void aSecondNightKilledAtItsFirstOrLastCommitIsCompletedByTheNextRun()
      throws IOException, InterruptedException {
    firstNight();
    secondNight();
    List<String> commits = commits();
    for (String commit : List.of(commits.get(0), commits.get(commits.size() - 1))) {
      assertTrue(killAndComplete(commit), commit);
    }
  }

  @Test
  void ofTwoRunsAtOnceTheSecondEndsAndSaysWhoHoldsTheLock()
      throws IOException, InterruptedException {
    archive.night(20, 0, 0);
    Process first = process.start();
    while (!Files.exists(process.place().resolve(".table.lock"))) {
      assertTrue(first.isAlive(), process.logged());
      Thread.sleep(10);
    }
    signal(first, "STOP"); // so that it holds the lock as long as we look
    Processes.Ended second = Processes.run(process.command());
    assertEquals(4, second.exitCode(), second.out());
    List<String> lines = second.out().lines().filter(line -> line.contains("held by")).toList();
    assertEquals(1, lines.size(), second.out());
    assertTrue(lines.get(0).contains("process " + first.pid() + " on"), lines.get(0));
    first.destroyForcibly().waitFor();
    assertTrue(Files.exists(process.place().resolve(".table.lock")));
    assertEquals(0, Processes.run(process.command()).exitCode());
    assertEquals(archive.titles(), tables.titles());
    assertFalse(Files.exists(process.place().resolve(".table.lock")));
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  @Test
  @Tag("long")
  void aNightKilledAtAnyPointIsCompletedByTheNextRun() throws IOException, InterruptedException {
    int points = 0;
    firstNight();
    points += killAtEach(20);
    secondNight();
    points += killAtEach(20);
    points += killTwice(6);
    assertTrue(points >= 40, points + " points");
    System.out.println("killed at " + points + " points");
  }

  /** The commits and others, evenly over all that an uninterrupted run makes. */
  private int killAtEach(int most) throws IOException, InterruptedException {
    List<String> commits = commits();
    Set<String> points = new LinkedHashSet<>(commits);
    for (int i = 0; i < most; i++) {
      points.add(made.get(i * made.size() / most));
    }
    int killed = 0;
    for (String point : points) {
      boolean isKilled = killAndComplete(point);
      assertTrue(isKilled || !commits.contains(point), point);
      killed += isKilled ? 1 : 0;
      System.out.println((isKilled ? "killed at " : "not seen: ") + point);
    }
    return killed;
  }

  /** So that what mends is killed, too. */
  private int killTwice(int times) throws IOException, InterruptedException {
    Random random = new Random(6);
    for (int i = 0; i < times; i++) {
      process.restore();
      int first = 1 + random.nextInt(made.size());
      int second = 1 + random.nextInt(made.size());
      process.killAfter(first);
      process.killAfter(second);
      complete("killed after " + first + " files, and then after " + second);
    }
    return times;
  }
}
