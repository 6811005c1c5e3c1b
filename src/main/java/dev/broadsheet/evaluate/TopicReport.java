package dev.broadsheet.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a {@link TopicEvaluation} found.
 *
 * @param topics those that at least one document has or was given, by code
 */
public record TopicReport(
    int documents,
    Scores micro,
    @JsonProperty("macro_f1") double macroF1,
    @JsonProperty("macro_average_precision") double macroAveragePrecision,
    @JsonProperty("micro_f1_interval") Interval microF1Interval,
    @JsonProperty("macro_f1_interval") Interval macroF1Interval,
    @JsonProperty("expected_calibration_error") double expectedCalibrationError,
    double brier,
    List<Reliability.Bin> reliability,
    List<Topic> topics) {

  /** Precision, recall and their harmonic mean. */
  public record Scores(double precision, double recall, double f1) {

    static Scores of(Counts counts) {
      return new Scores(counts.precision(), counts.recall(), counts.f1());
    }
  }

  /** Between which bounds a score lies in 95% of the bootstrap's samples. */
  public record Interval(double low, double high) {}

  /**
   * A topic's scores.
   *
   * @param support documents that have it
   * @param averagePrecision NaN if no document has it
   */
  public record Topic(
      String code,
      long support,
      Scores scores,
      @JsonProperty("average_precision") double averagePrecision) {}
}
