package dev.broadsheet.report;

import dev.broadsheet.report.RunReport.Counts;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The table that a run ends with, for a person to read. */
public final class RunTable {

  private static final int TOPICS_SHOWN = 10;

  private RunTable() {}

  /**
   * Lines of plain text, each ended by a line feed.
   *
   * @param output where the output is
   */
  public static String of(RunReport report, String output) {
    StringBuilder table = new StringBuilder();
    addCounts(table, report.counts());
    addTopics(table, report.counts().topTopics());
    addTimes(table, report);
    row(table, "output", output);
    return table.toString();
  }

  private static void addCounts(StringBuilder table, Counts counts) {
    row(table, "records read", count(counts.read()));
    row(table, "articles", count(counts.articles()));
    if (counts.unchanged() > 0) {
      row(table, "unchanged", count(counts.unchanged()));
    }
    if (counts.duplicates() > 0) {
      row(table, "duplicates", count(counts.duplicates()));
    }
    row(table, "rejects", count(counts.rejected()));
    counts.rejects().forEach((reason, count) -> row(table, "  " + reason, count(count)));
    counts.dates().entrySet().stream()
        .filter(date -> !date.getKey().equals("READ"))
        .forEach(date -> row(table, "date " + words(date.getKey()), count(date.getValue())));
  }

  private static void addTopics(StringBuilder table, Map<String, Long> topics) {
    table.append("top topics\n");
    topics.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOPICS_SHOWN)
        .forEach(topic -> row(table, "  " + topic.getKey(), count(topic.getValue())));
  }

  private static void addTimes(StringBuilder table, RunReport report) {
    table.append("seconds by step, all tasks\n");
    report
        .stepSeconds()
        .forEach((step, seconds) -> row(table, "  " + step, decimal("%,.2f", seconds)));
    RunReport.Throughput throughput = report.throughput();
    row(
        table,
        "speed",
        decimal("%,.0f articles/s, ", throughput.articlesPerSecond())
            + decimal("%,.2f MB/s of input, ", throughput.mbPerSecond())
            + decimal("%,.1f s", throughput.seconds()));
  }

  private static void row(StringBuilder table, String name, String value) {
    table.append(String.format(Locale.ROOT, "%-34s %12s\n", name, value));
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String decimal(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
