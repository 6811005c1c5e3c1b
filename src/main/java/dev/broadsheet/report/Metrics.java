package dev.broadsheet.report;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers of a run for Prometheus, in its text format.
 *
 * @param articles by what became of them
 * @param rejects by reason
 * @param seconds that the run took, Spark's start-up left out
 * @param success when it was done
 */
public record Metrics(
    Map<String, Long> articles, Map<String, Long> rejects, double seconds, Instant success) {

  /** Of a run. */
  public static Metrics of(RunReport report) {
    return new Metrics(
        Map.of(
            "added", report.counts().articles(),
            "duplicates", report.counts().duplicates(),
            "unchanged", report.counts().unchanged()),
        report.counts().rejects(),
        report.throughput().seconds(),
        Instant.parse(report.finished()));
  }

  /** Of a sync. */
  public static Metrics of(TableReport report) {
    TableReport.Counts counts = report.counts();
    return new Metrics(
        Map.of(
            "added", counts.added(),
            "changed", counts.changed(),
            "unchanged", counts.unchanged(),
            "vanished", counts.vanished()),
        report.rejects(),
        report.seconds(),
        Instant.parse(report.finished()));
  }

  /** Each series with its help and type, in order of names. */
  public String text() {
    StringBuilder out = new StringBuilder();
    head(out, "broadsheet_articles", "Articles of the last run, by what became of them.");
    series(out, "broadsheet_articles", "outcome", articles);
    head(out, "broadsheet_rejects", "Records rejected by the last run, by reason.");
    series(out, "broadsheet_rejects", "reason", rejects);
    head(out, "broadsheet_run_seconds", "How long the last run took.");
    out.append(String.format(Locale.ROOT, "broadsheet_run_seconds %.3f\n", seconds));
    head(out, "broadsheet_last_success_timestamp_seconds", "When the last run was done.");
    out.append("broadsheet_last_success_timestamp_seconds " + success.getEpochSecond() + "\n");
    return out.toString();
  }

  private static void head(StringBuilder out, String name, String help) {
    out.append("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n");
  }

  private static void series(
      StringBuilder out, String name, String label, Map<String, Long> values) {
    values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> name + "{" + label + "=\"" + entry.getKey() + "\"} " + entry.getValue())
        .forEach(line -> out.append(line).append('\n'));
  }
}
