package dev.broadsheet.spark.tables;

import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;

/**
 * Brings the tables back to where a killed run can be done over.
 *
 * <p>A run commits articles, rejects, files, and last its own row in {@code runs}. Articles may
 * stay: the next run reads the same files, as {@code input_files} does not list them yet, and finds
 * the rows there. Rejects and files of a run that {@code runs} does not list are rolled back, so
 * that the next run starts from what the last whole run left.
 */
final class Recovery {

  private final ArchiveTables tables;
  private final RunLog log;

  private Recovery(ArchiveTables tables) {
    this.tables = tables;
    this.log = new RunLog(tables);
  }

  /**
   * Widens tables of older versions, and undoes or completes what killed runs left. Needs the lock;
   * may itself be killed.
   *
   * @throws IOException that names the file, if one of a table is damaged
   */
  static void of(ArchiveTables tables) throws IOException {
    DamagedTables.telling(tables, () -> new Recovery(tables).run());
  }

  private Void run() {
    Upgrade.of(tables);
    Set<String> runs = log.runIds();
    rollBack(Name.REJECTS, runs);
    rollBack(Name.INPUT_FILES, runs);
    Forgetting.finish(tables, runs);
    reports(log.runIds()).forEach(report -> log.add(RunLog.parse(report).interrupted()));
    return null;
  }

  private void rollBack(Name name, Set<String> runs) {
    Table table = tables.load(name);
    for (Snapshot at = table.currentSnapshot(); isUnfinished(at, runs); at = parent(table, at)) {
      undo(table, at);
    }
  }

  private static boolean isUnfinished(Snapshot snapshot, Set<String> runs) {
    String run = ArchiveTables.runOf(snapshot);
    return run != null && !runs.contains(run);
  }

  private static Snapshot parent(Table table, Snapshot snapshot) {
    return snapshot.parentId() == null ? null : table.snapshot(snapshot.parentId());
  }

  private static void undo(Table table, Snapshot snapshot) {
    if (snapshot.parentId() == null) {
      table.newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
    } else {
      table.manageSnapshots().rollbackTo(snapshot.parentId()).commit();
    }
  }

  /** Reports that killed runs left with the articles they committed. */
  private List<String> reports(Set<String> runs) {
    List<String> reports = new ArrayList<>();
    for (Snapshot snapshot : tables.load(Name.ARTICLES).snapshots()) {
      if (isUnfinished(snapshot, runs)) {
        reports.add(snapshot.summary().get(ArchiveTables.REPORT));
      }
    }
    return reports;
  }
}
