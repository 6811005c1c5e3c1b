package dev.broadsheet.spark.tables;

import dev.broadsheet.pipeline.Version;
import dev.broadsheet.report.RunCounts;
import dev.broadsheet.report.TableReport;
import dev.broadsheet.report.TableReport.Status;
import dev.broadsheet.spark.Enrichment;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what a sync has to report, and refuses to report what does not add up. */
final class SyncReport {

  private final Enrichment enrichment;
  private final String fingerprint;
  private final Instant begun = Instant.now();
  private TableReport.Files files;
  private RunCounts read = new RunCounts();
  private StagedVerdicts verdicts = StagedVerdicts.NONE;
  private long rejectsKnown;
  private long vanished;

  /**
   * Starts the clock.
   *
   * @param fingerprint of the rows that the sync makes
   */
  SyncReport(Enrichment enrichment, String fingerprint) {
    this.enrichment = enrichment;
    this.fingerprint = fingerprint;
  }

  void add(FileChanges changes) {
    files =
        new TableReport.Files(
            changes.read().size(),
            changes.standing().size(),
            changes.vanished().size(),
            changes.bytes());
  }

  /** What the tasks counted. */
  void add(RunCounts counts) {
    read = counts;
  }

  /** What becomes of the articles. */
  void add(StagedVerdicts staged) {
    verdicts = staged;
  }

  /** Rejects of this run that the table has already. */
  void rejectsKnown(long rejects) {
    rejectsKnown = rejects;
  }

  /** Articles whose record is gone. */
  void vanished(long articles) {
    vanished = articles;
  }

  /**
   * What the commit of the articles says of itself, so that the report outlives a kill.
   *
   * @throws IllegalStateException if a record was lost or doubled
   */
  Map<String, String> summary() {
    return Map.of(
        ArchiveTables.RUN_ID, enrichment.runId(), ArchiveTables.REPORT, RunLog.json(build()));
  }

  /**
   * The report as of now.
   *
   * @throws IllegalStateException if a record was lost or doubled
   */
  TableReport build() {
    Instant now = Instant.now();
    return new TableReport(
        enrichment.runId(),
        "sync",
        Status.COMPLETE,
        enrichment.started().toString(),
        now.toString(),
        Version.build(),
        enrichment.topicModel(),
        fingerprint,
        files,
        counts(),
        rejects(),
        Duration.between(begun, now).toNanos() / 1e9);
  }

  private TableReport.Counts counts() {
    TableReport.Counts counts =
        new TableReport.Counts(
            read.read(),
            verdicts.ids(Verdict.ADDED),
            verdicts.ids(Verdict.CHANGED),
            verdicts.ids(Verdict.UNCHANGED) + verdicts.ids(Verdict.MOVED),
            verdicts.ids(Verdict.MOVED),
            verdicts.duplicates(),
            verdicts.records(Verdict.FORGOTTEN),
            read.rejected(),
            rejectsKnown,
            vanished,
            0);
    if (!counts.addUp()) {
      throw new IllegalStateException("The counts do not add up: " + counts);
    }
    return counts;
  }

  private Map<String, Long> rejects() {
    Map<String, Long> named = new LinkedHashMap<>();
    read.rejects().forEach((reason, count) -> named.put(reason.name(), count));
    return named;
  }
}
