package dev.broadsheet.report;

import java.util.List;
import java.util.Locale;

/** The table that a sync ends with, for a person to read. */
public final class TableReportText {

  private TableReportText() {}

  /**
   * Lines of plain text, each ended by a line feed.
   *
   * @param vanished ids of articles that are gone from the input
   */
  public static String of(TableReport report, List<String> vanished) {
    StringBuilder text = new StringBuilder();
    TableReport.Files files = report.files();
    row(text, "files read", files.read());
    row(text, "files unchanged", files.unchanged());
    row(text, "files vanished", files.vanished());
    addCounts(text, report);
    vanished.forEach(id -> text.append("  vanished ").append(id).append('\n'));
    text.append(
        String.format(
            Locale.ROOT,
            "%-34s %,.0f records/s, %,.1f s\n",
            "speed",
            report.recordsPerSecond(),
            report.seconds()));
    return text.toString();
  }

  private static void addCounts(StringBuilder text, TableReport report) {
    TableReport.Counts counts = report.counts();
    row(text, "records read", counts.read());
    row(text, "articles added", counts.added());
    row(text, "articles changed", counts.changed());
    row(text, "articles unchanged", counts.unchanged());
    row(text, "  of these, at another place", counts.moved());
    row(text, "duplicates", counts.duplicates());
    row(text, "forgotten", counts.forgotten());
    row(text, "rejects", counts.rejected());
    report.rejects().forEach((reason, count) -> row(text, "  " + reason, count));
    row(text, "articles vanished, kept", counts.vanished());
  }

  private static void row(StringBuilder text, String name, long count) {
    text.append(String.format(Locale.ROOT, "%-34s %,12d\n", name, count));
  }
}
