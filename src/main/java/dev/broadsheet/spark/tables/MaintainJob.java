package dev.broadsheet.spark.tables;

import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.OutputHeldException;
import dev.broadsheet.spark.OutputLock;
import dev.broadsheet.spark.RunIds;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.SparkSession;

/** Keeps tables in shape: fewer and larger files, and no snapshots older than needed. */
public final class MaintainJob {

  private final TableOutput output;
  private final Duration keep;
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final String runId = RunIds.next(started);

  /**
   * @param tables as in {@link SyncSettings}
   * @param keep age up to which snapshots stay readable
   * @throws IOException if Spark has no Iceberg, or the file system cannot be reached
   */
  public MaintainJob(SparkSession spark, String output, String tables, Duration keep)
      throws IOException {
    this.output = TableOutput.open(spark, output, tables);
    this.keep = keep;
  }

  /**
   * Runs to the end.
   *
   * @throws OutputHeldException if another run is writing the same tables
   * @throws IOException if there are no tables
   */
  public TableReport run() throws IOException {
    ArchiveTables tables = output.existing();
    try (OutputLock lock = output.lock(runId)) {
      Recovery.of(tables);
      output.files().delete(output.staging(), true);
      return DamagedTables.telling(tables, () -> maintain(tables));
    }
  }

  private TableReport maintain(ArchiveTables tables) {
    for (Name name : Name.values()) {
      TableUpkeep upkeep = new TableUpkeep(tables, name);
      upkeep.compact();
      upkeep.expireSnapshots(started.minus(keep));
      upkeep.deleteOrphans(started);
    }
    TableReport report = TableUpkeep.report(runId, "maintain", started, 0);
    new RunLog(tables).add(report);
    return report;
  }
}
