package dev.broadsheet.spark.tables;

import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.OutputHeldException;
import dev.broadsheet.spark.OutputLock;
import dev.broadsheet.spark.RunIds;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Forgets articles: out of the table, out of its history, and never back. What forgotten articles
 * left elsewhere, in the input and in exports, is not touched.
 */
public final class ForgetJob {

  private final TableOutput output;
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final String runId = RunIds.next(started);

  /**
   * @param tables as in {@link SyncSettings}
   * @throws IOException if Spark has no Iceberg, or the file system cannot be reached
   */
  public ForgetJob(SparkSession spark, String output, String tables) throws IOException {
    this.output = TableOutput.open(spark, output, tables);
  }

  /**
   * What was forgotten.
   *
   * @param unknown ids of no article in the table, sorted
   */
  public record Result(TableReport report, List<String> unknown) {}

  /**
   * Runs to the end.
   *
   * @param ids of articles; those that the table does not have are kept out as well
   * @throws OutputHeldException if another run is writing the same tables
   * @throws IOException if there are no tables
   */
  public Result run(Collection<String> ids) throws IOException {
    ArchiveTables tables = output.existing();
    try (OutputLock lock = output.lock(runId)) {
      Recovery.of(tables);
      output.files().delete(output.staging(), true);
      return DamagedTables.telling(tables, () -> forget(tables, ids));
    }
  }

  private Result forget(ArchiveTables tables, Collection<String> ids) {
    List<String> unknown = unknown(tables, ids);
    List<Row> tombstones = ids.stream().distinct().map(this::tombstone).toList();
    tables.append(
        Name.TOMBSTONES,
        tables.spark().createDataFrame(tombstones, TableRows.TOMBSTONES),
        Map.of(ArchiveTables.RUN_ID, runId));
    return new Result(Forgetting.run(tables, runId, started), unknown);
  }

  private static List<String> unknown(ArchiveTables tables, Collection<String> ids) {
    return tables
        .spark()
        .createDataset(List.copyOf(ids), Encoders.STRING())
        .toDF("article_id")
        .distinct()
        .join(tables.read(Name.ARTICLES), "article_id", "left_anti")
        .orderBy("article_id")
        .as(Encoders.STRING())
        .collectAsList();
  }

  private Row tombstone(String id) {
    return RowFactory.create(DigestUtils.sha256Hex(id), runId, started);
  }
}
