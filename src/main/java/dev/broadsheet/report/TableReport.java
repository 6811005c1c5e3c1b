package dev.broadsheet.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/**
 * What a command did to the tables of an archive: a row of the table {@code runs}.
 *
 * @param runId the run, as in its rows
 * @param command {@code sync}, {@code forget} or {@code maintain}
 * @param status whether it came to its end
 * @param started ISO 8601; the rows' {@code processed_at}
 * @param finished ISO 8601; of an interrupted run, when its articles were committed
 * @param codeVersion version of the jar
 * @param topicModel as in the rows; empty for a command that reads no articles
 * @param fingerprint names models and configuration; empty for a command that reads no articles
 * @param files what became of the input files
 * @param counts what became of the records
 * @param rejects rejected records by reason
 * @param seconds from the listing of the input to the last commit, Spark's start-up left out
 */
@JsonNaming(SnakeCaseStrategy.class)
public record TableReport(
    String runId,
    String command,
    Status status,
    String started,
    String finished,
    String codeVersion,
    String topicModel,
    String fingerprint,
    Files files,
    Counts counts,
    Map<String, Long> rejects,
    double seconds) {

  /** How a run ended. */
  public enum Status {
    /** All its commits were made. */
    COMPLETE,
    /** Killed after its articles were committed; the run after it took up the rest. */
    INTERRUPTED
  }

  /**
   * Input files.
   *
   * @param read new, changed, or not readable before
   * @param unchanged neither opened nor read
   * @param vanished in the input before, and not any more
   * @param bytes of those read
   */
  public record Files(long read, long unchanged, long vanished, long bytes) {}

  /**
   * Where each record read ended: {@code read = added + changed + unchanged + duplicates +
   * forgotten + rejected}.
   *
   * @param added articles that the table did not have
   * @param changed articles whose row was replaced
   * @param unchanged articles that the table had; {@code moved} of these lie elsewhere now
   * @param duplicates records of an id that a later record has too
   * @param forgotten records of articles that were forgotten
   * @param rejected records rejected
   * @param rejectsKnown of these, the ones that the table had already: tried again
   * @param vanished articles whose record is gone from the input; the table keeps them
   * @param removed rows taken out of the table by {@code forget}
   */
  public record Counts(
      long read,
      long added,
      long changed,
      long unchanged,
      long moved,
      long duplicates,
      long forgotten,
      long rejected,
      long rejectsKnown,
      long vanished,
      long removed) {

    /** Nothing read, some rows removed. */
    public static Counts ofRemoved(long removed) {
      return new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, removed);
    }

    /** Whether every record read ended in exactly one place. */
    public boolean addUp() {
      return read == added + changed + unchanged + duplicates + forgotten + rejected;
    }
  }

  /** The same, of a run that was killed. */
  public TableReport interrupted() {
    return new TableReport(
        runId,
        command,
        Status.INTERRUPTED,
        started,
        finished,
        codeVersion,
        topicModel,
        fingerprint,
        files,
        counts,
        rejects,
        seconds);
  }

  /** Records read in a second. */
  @JsonIgnore
  public double recordsPerSecond() {
    return seconds == 0 ? 0 : counts.read() / seconds;
  }
}
