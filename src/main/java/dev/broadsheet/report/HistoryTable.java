package dev.broadsheet.report;

import java.util.List;
import java.util.Locale;

/** The runs into tables, for a person to read. */
public final class HistoryTable {

  private static final String ROW = "%-23s %-8s %-11s %9s %9s %9s %9s %9s %9s  %s\n";

  private HistoryTable() {}

  /** A line for each run, in the order given, below a line of names. */
  public static String of(List<TableReport> runs) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            ROW,
            "run",
            "command",
            "status",
            "new",
            "changed",
            "rejected",
            "vanished",
            "removed",
            "records/s",
            "model"));
    runs.forEach(run -> table.append(line(run)));
    return table.toString();
  }

  private static String line(TableReport run) {
    TableReport.Counts counts = run.counts();
    return String.format(
        Locale.ROOT,
        ROW,
        run.runId(),
        run.command(),
        run.status().name().toLowerCase(Locale.ROOT),
        counts.added(),
        counts.changed(),
        counts.rejected(),
        counts.vanished(),
        counts.removed(),
        String.format(Locale.ROOT, "%.0f", run.recordsPerSecond()),
        run.topicModel());
  }
}
