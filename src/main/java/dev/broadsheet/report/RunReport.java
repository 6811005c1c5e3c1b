package dev.broadsheet.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/**
 * What {@code _broadsheet/run.json} says of a run.
 *
 * @param runId the run, as in its rows
 * @param started ISO 8601; the rows' {@code processed_at}
 * @param finished ISO 8601
 * @param codeVersion version of the jar
 * @param topicModel as in the rows
 * @param vocabulary version of the topic vocabulary
 * @param modelsFingerprint hash of all models used
 * @param sparkVersion version of Spark
 * @param javaVersion version of the driver's Java
 * @param config the effective configuration, by option name
 * @param input what was read
 * @param counts where each record ended
 * @param stepSeconds seconds by step, summed over all tasks
 * @param throughput over the time of the main job, Spark's start-up left out
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RunReport(
    String runId,
    String started,
    String finished,
    String codeVersion,
    String topicModel,
    String vocabulary,
    String modelsFingerprint,
    String sparkVersion,
    String javaVersion,
    Map<String, Object> config,
    Input input,
    Counts counts,
    Map<String, Double> stepSeconds,
    Throughput throughput) {

  /** What older versions did not write is empty. */
  public RunReport {
    config = config == null ? Map.of() : config;
    input = input == null ? new Input(0, 0) : input;
    stepSeconds = stepSeconds == null ? Map.of() : stepSeconds;
    throughput = throughput == null ? new Throughput(0, 0, 0) : throughput;
  }

  /** Whether it has what reports of all versions have. */
  @JsonIgnore
  public boolean isWhole() {
    return runId != null && started != null && codeVersion != null && counts != null;
  }

  /** Key in the configuration that tells an export from a run. */
  public static final String EXPORT_OF = "export-of";

  /** Files and bytes as they lie on disk, compressed ones included as they are. */
  public record Input(long files, long bytes) {}

  /**
   * Where each record read ended: {@code read = articles + rejected + unchanged + duplicates}.
   *
   * @param articles rows added to {@code articles/} by this run
   * @param unchanged articles that the output already had; only with {@code --mode append}
   * @param duplicates records that gave way to a later one of their id; only with {@code
   *     --on-duplicate-id last}
   * @param rejected records rejected by this run
   * @param rejectsKnown of these, the ones that the output's {@code rejects/} already had
   * @param rejects rejected records by reason
   * @param dates what became of the dates of the records that are articles
   * @param topTopics articles by top topic
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Counts(
      long read,
      long articles,
      long unchanged,
      long duplicates,
      long rejected,
      long rejectsKnown,
      Map<String, Long> rejects,
      Map<String, Long> dates,
      Map<String, Long> topTopics) {

    /** What older versions did not write is empty. */
    public Counts {
      rejects = rejects == null ? Map.of() : rejects;
      dates = dates == null ? Map.of() : dates;
      topTopics = topTopics == null ? Map.of() : topTopics;
    }

    /** Whether every record read ended in exactly one place. */
    public boolean addUp() {
      return read == articles + rejected + unchanged + duplicates;
    }
  }

  /** Rates over the main job's wall time. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Throughput(double seconds, double articlesPerSecond, double mbPerSecond) {}
}
