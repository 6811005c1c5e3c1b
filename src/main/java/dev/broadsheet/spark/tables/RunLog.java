package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The table of runs: what was done to the tables, and when. */
public final class RunLog {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final ArchiveTables tables;

  RunLog(ArchiveTables tables) {
    this.tables = tables;
  }

  /**
   * The runs into an output's tables, the earliest first.
   *
   * @param tables as in {@link SyncSettings}
   * @throws IOException if there are no tables
   */
  public static List<TableReport> of(SparkSession spark, String output, String tables)
      throws IOException {
    ArchiveTables existing = TableOutput.open(spark, output, tables).existing();
    return DamagedTables.telling(existing, () -> new RunLog(existing).list());
  }

  List<TableReport> list() {
    List<TableReport> reports = new ArrayList<>();
    Dataset<Row> rows = tables.read(Name.RUNS).orderBy("started", "run_id").select("report");
    rows.collectAsList().forEach(row -> reports.add(parse(row.getString(0))));
    return reports;
  }

  /** The runs that count. */
  Set<String> runIds() {
    return tables
        .read(Name.RUNS)
        .select(col("run_id"))
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .collect(Collectors.toSet());
  }

  /** Adds a run: its last commit. */
  void add(TableReport report) {
    TableReport.Counts counts = report.counts();
    Row row =
        RowFactory.create(
            report.runId(),
            report.command(),
            report.status().name(),
            Instant.parse(report.started()),
            Instant.parse(report.finished()),
            counts.added(),
            counts.changed(),
            counts.unchanged(),
            counts.rejected(),
            counts.vanished(),
            counts.removed(),
            report.topicModel(),
            json(report));
    tables.append(
        Name.RUNS,
        tables.spark().createDataFrame(List.of(row), TableRows.RUNS),
        Map.of(ArchiveTables.RUN_ID, report.runId()));
  }

  static String json(TableReport report) {
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TableReport parse(String json) {
    try {
      return JSON.readValue(json, TableReport.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("A run's report cannot be read: " + json, e);
    }
  }
}
