package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sha2;

import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes the articles that have a tombstone out of the table and its history. Each step may be done
 * again, so a run that was killed in between is finished by {@link #finish}.
 */
final class Forgetting {

  private Forgetting() {}

  /** Finishes what a killed run began: the tombstones it left say that it did. */
  static void finish(ArchiveTables tables, Set<String> runs) {
    String run = ArchiveTables.runOf(tables.load(Name.TOMBSTONES).currentSnapshot());
    if (run != null && !runs.contains(run)) {
      run(tables, run, Instant.now());
    }
  }

  /** Removes the rows, then all snapshots and files that still hold them, and logs the run. */
  static TableReport run(ArchiveTables tables, String runId, Instant started) {
    TableReport report = remove(tables, runId, started);
    for (Name name : new Name[] {Name.ARTICLES, Name.REJECTS}) {
      TableUpkeep upkeep = new TableUpkeep(tables, name);
      Instant now = Instant.now();
      upkeep.expireSnapshots(now);
      upkeep.deleteOrphans(now);
    }
    new RunLog(tables).add(report);
    return report;
  }

  private static TableReport remove(ArchiveTables tables, String runId, Instant started) {
    for (Snapshot snapshot : tables.load(Name.ARTICLES).snapshots()) {
      if (runId.equals(ArchiveTables.runOf(snapshot))) {
        return RunLog.parse(snapshot.summary().get(ArchiveTables.REPORT));
      }
    }
    long rows = tables.read(Name.ARTICLES).join(hashes(tables), isForgotten(), "left_semi").count();
    TableReport report = TableUpkeep.report(runId, "forget", started, rows);
    // Replaced rows lie masked in their files: these are written anew without them.
    new TableUpkeep(tables, Name.ARTICLES).compact();
    if (rows > 0) {
      delete(tables, report);
    }
    return report;
  }

  private static void delete(ArchiveTables tables, TableReport report) {
    Map<String, String> summary =
        Map.of(ArchiveTables.RUN_ID, report.runId(), ArchiveTables.REPORT, RunLog.json(report));
    String delete =
        "DELETE FROM %s WHERE sha2(article_id, 256) IN (SELECT id_sha256 FROM %s)"
            .formatted(tables.sqlName(Name.ARTICLES), tables.sqlName(Name.TOMBSTONES));
    tables.commit(summary, () -> tables.spark().sql(delete));
  }

  private static Dataset<Row> hashes(ArchiveTables tables) {
    return tables.read(Name.TOMBSTONES).select("id_sha256");
  }

  private static Column isForgotten() {
    return sha2(col("article_id"), 256).equalTo(col("id_sha256"));
  }
}
