package dev.broadsheet.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.broadsheet.topics.Reliability;
import java.util.List;

/**
 * What a {@link TopicEvaluation} found. {@link TopicTable} shows it to people.
 *
 * @param documentsHash of the documents and what is known of them: equal hash, equal task
 * @param judgements pairs of a document and a topic of which it is known
 * @param macroF1 mean over topics that a document has
 * @param macroAveragePrecision the same; null if there is none
 * @param expectedCalibrationError over the judgements whose probability was told; null if none
 * @param brier the same
 * @param calibrationErrorOfGiven the same error over the topics that were given alone: what a
 *     reader of topics meets, as nearly all of the others are near 0; null if none was given
 * @param reliabilityOfGiven of these
 * @param accuracyAmongTold how often the most probable of the told topics is the document's, of
 *     documents with one of them; null if none has exactly one
 * @param topics those that at least one document has or was given, by code
 * @param sources the largest sources
 * @param lengths from short to long
 * @param confusions the commonest mistakes
 */
public record TopicReport(
    int documents,
    @JsonProperty("documents_hash") String documentsHash,
    long judgements,
    Scores micro,
    @JsonProperty("macro_f1") double macroF1,
    @JsonProperty("macro_average_precision") Double macroAveragePrecision,
    @JsonProperty("micro_f1_interval") Interval microF1Interval,
    @JsonProperty("macro_f1_interval") Interval macroF1Interval,
    @JsonProperty("expected_calibration_error") Double expectedCalibrationError,
    Double brier,
    List<Reliability.Bin> reliability,
    @JsonProperty("calibration_error_of_given") Double calibrationErrorOfGiven,
    @JsonProperty("reliability_of_given") List<Reliability.Bin> reliabilityOfGiven,
    @JsonProperty("accuracy_among_told") Double accuracyAmongTold,
    List<Topic> topics,
    List<Slice> sources,
    List<Slice> lengths,
    List<Confusions.Confusion> confusions) {

  /** Precision, recall and their harmonic mean. */
  public record Scores(double precision, double recall, double f1) {

    static Scores of(Counts counts) {
      return new Scores(counts.precision(), counts.recall(), counts.f1());
    }
  }

  /**
   * A topic's scores.
   *
   * @param support documents that have it
   * @param averagePrecision null if no document has it
   */
  public record Topic(
      String code,
      long support,
      Scores scores,
      @JsonProperty("average_precision") Double averagePrecision) {}

  /** The scores of a part of the documents; as in the whole report. */
  public record Slice(
      String name,
      int documents,
      Scores micro,
      @JsonProperty("macro_f1") double macroF1,
      @JsonProperty("macro_average_precision") Double macroAveragePrecision) {}
}
