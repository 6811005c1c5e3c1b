package dev.broadsheet.spark.tables;

import dev.broadsheet.pipeline.Version;
import dev.broadsheet.report.TableReport;
import dev.broadsheet.report.TableReport.Counts;
import dev.broadsheet.report.TableReport.Files;
import dev.broadsheet.report.TableReport.Status;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.spark.actions.SparkActions;

/**
 * Keeps one table in shape. Needs the lock: files of a run under way would be taken for orphans.
 */
record TableUpkeep(ArchiveTables tables, Name name) {

  /** What Iceberg itself takes for safe. */
  private static final Duration SAFE = Duration.ofDays(3);

  /** Writes small files together, and files with replaced rows anew without these. */
  void compact() {
    tables.requireHeld();
    Table table = tables.load(name);
    if (table.currentSnapshot() != null) {
      SparkActions.get(tables.spark())
          .rewriteDataFiles(table)
          .option("delete-file-threshold", "1")
          .option("remove-dangling-deletes", "true")
          .execute();
    }
  }

  /** Forgets snapshots taken before the time, but for the current one, and deletes their files. */
  void expireSnapshots(Instant before) {
    tables.requireHeld();
    tables
        .load(name)
        .expireSnapshots()
        .expireOlderThan(before.toEpochMilli())
        .retainLast(1)
        .commit();
  }

  /**
   * Deletes files older than the time that belong to no snapshot, such as those of killed runs.
   * Tables in a catalog may have other writers, who do not ask for our lock and have files under
   * way: there files stay for Iceberg's safe interval.
   */
  void deleteOrphans(Instant before) {
    Instant safe = tables.areShared() ? before.minus(SAFE) : before;
    SparkActions.get(tables.spark())
        .deleteOrphanFiles(tables.load(name))
        .olderThan(safe.toEpochMilli())
        .execute();
  }

  /** The report of a command that reads no articles. */
  static TableReport report(String runId, String command, Instant started, long removed) {
    Instant now = Instant.now();
    return new TableReport(
        runId,
        command,
        Status.COMPLETE,
        started.toString(),
        now.toString(),
        Version.build(),
        "",
        "",
        new Files(0, 0, 0, 0),
        Counts.ofRemoved(removed),
        Map.of(),
        Duration.between(started, now).toNanos() / 1e9);
  }
}
