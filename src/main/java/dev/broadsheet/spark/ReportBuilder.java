package dev.broadsheet.spark;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.pipeline.Version;
import dev.broadsheet.report.RunCounts;
import dev.broadsheet.report.RunReport;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Collects what a run has to report, and refuses to write what does not add up. */
public final class ReportBuilder {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Enrichment enrichment;
  private final TopicModel topics;
  private final RunSettings settings;
  private final InputPlan plan;
  private final Instant begun = Instant.now();
  private RunCounts counts;
  private Duration took;
  private long duplicates;
  private long unchanged;
  private long rejectsKnown;
  private long articlesWritten;
  private long rejectsWritten;

  ReportBuilder(Enrichment enrichment, RunSettings settings, InputPlan plan) {
    this.enrichment = enrichment;
    this.topics = enrichment.topics();
    this.settings = settings;
    this.plan = plan;
  }

  /** What the tasks counted; the main job ends here. */
  void add(RunCounts tasks) {
    counts = tasks;
    took = Duration.between(begun, Instant.now());
  }

  /** Records that gave way to a later one of their id. */
  void duplicates(long records) {
    duplicates = records;
  }

  void unchanged(long articles) {
    unchanged = articles;
  }

  void rejectsKnown(long rejects) {
    rejectsKnown = rejects;
  }

  /** Rows found in the files written. */
  void written(long articles, long rejects) {
    articlesWritten = articles;
    rejectsWritten = rejects;
  }

  /**
   * Writes the report into the folder.
   *
   * @throws IllegalStateException if a record was lost or doubled
   */
  RunReport write(FileSystem files, Path folder, String sparkVersion) throws IOException {
    RunReport report = report(sparkVersion);
    if (!report.counts().addUp() || rejectsWritten + rejectsKnown != counts.rejected()) {
      throw new IllegalStateException(
          "The counts do not add up, so nothing was published: " + report.counts());
    }
    write(report, files, folder);
    try (OutputStream out = files.create(new Path(folder, Publication.TAXONOMY))) {
      out.write(topics.taxonomy().toJson());
    }
    return report;
  }

  /** Writes a report into the folder of an output. */
  public static void write(RunReport report, FileSystem files, Path folder) throws IOException {
    try (OutputStream out = files.create(new Path(folder, Publication.REPORT))) {
      out.write(JSON.writeValueAsBytes(report));
    }
  }

  private RunReport report(String sparkVersion) {
    return new RunReport(
        enrichment.runId(),
        enrichment.started().toString(),
        Instant.now().toString(),
        Version.build(),
        enrichment.topicModel(),
        topics.vocabularyVersion(),
        enrichment.modelsFingerprint(),
        sparkVersion,
        System.getProperty("java.version"),
        settings.effective(),
        new RunReport.Input(plan.files(), plan.bytes()),
        counts(),
        stepSeconds(),
        throughput());
  }

  private RunReport.Counts counts() {
    return new RunReport.Counts(
        counts.read(),
        articlesWritten,
        unchanged,
        duplicates,
        counts.rejected(),
        rejectsKnown,
        byName(counts.rejects()),
        byName(counts.dates()),
        new TreeMap<>(counts.topTopics()));
  }

  private Map<String, Double> stepSeconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    counts
        .stepNanos()
        .forEach((step, n) -> seconds.put(step.name().toLowerCase(Locale.ROOT), n / 1e9));
    return seconds;
  }

  private RunReport.Throughput throughput() {
    double seconds = took.toNanos() / 1e9;
    return new RunReport.Throughput(
        seconds, counts.articles() / seconds, plan.bytes() / 1e6 / seconds);
  }

  private static Map<String, Long> byName(Map<? extends Enum<?>, Long> counts) {
    Map<String, Long> named = new LinkedHashMap<>();
    counts.forEach((key, count) -> named.put(key.name(), count));
    return named;
  }
}
