package dev.broadsheet.spark;

import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.read.Format;
import dev.broadsheet.summary.Budget;
import dev.broadsheet.topics.TopicNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param inputs files, folders or globs, as Hadoop URIs; at least one
 * @param output the folder to write
 * @param format of all input files; null to go by their names
 * @param fieldMap such as {@code text=body,title=headline}; empty for the built-in names
 * @param mode what to do with an earlier output
 * @param onDuplicateId which records of one id become articles
 * @param partitionBy folders of {@code articles/}
 * @param partitions tasks that the input is dealt to; 0 to go by size and cores
 * @param topicsModel a model directory; null for the one in the jar
 * @param topicNames the language of the Media Topics' names, as a BCP 47 tag
 * @param summary how long a summary may be
 * @param keepOtherLanguages keep articles that are not English, without topics and summary
 * @param maxTextLength longest text processed, in UTF-16 units
 * @param minTextQuality lowest share of known words in an English text
 * @param maxRejectRatio rejected records by records read above which the run counts as failed
 * @param effective all of these as the user knows them, by option name, for the report
 */
public record RunSettings(
    List<String> inputs,
    String output,
    Format format,
    String fieldMap,
    Mode mode,
    OnDuplicateId onDuplicateId,
    PartitionBy partitionBy,
    int partitions,
    String topicsModel,
    String topicNames,
    Budget summary,
    boolean keepOtherLanguages,
    int maxTextLength,
    double minTextQuality,
    double maxRejectRatio,
    Map<String, Object> effective) {

  /**
   * The settings that do not decide what a row is; all others do. The topic model does by its
   * bytes, which are named elsewhere.
   */
  public static final Set<String> UNDECIDING =
      Set.of(
          "inputs",
          "output",
          "mode",
          "onDuplicateId",
          "partitionBy",
          "partitions",
          "topicsModel",
          "maxRejectRatio",
          "effective");

  /** A run with all defaults, which fails where there is an output. */
  public static RunSettings defaults(String input, String output) {
    return new RunSettings(
        List.of(input),
        output,
        null,
        "",
        Mode.ERROR,
        OnDuplicateId.KEEP,
        PartitionBy.NONE,
        0,
        null,
        TopicNames.ENGLISH,
        Budget.DEFAULT,
        false,
        PipelineOptions.MAX_TEXT_LENGTH,
        PipelineOptions.MIN_TEXT_QUALITY,
        1,
        Map.of());
  }

  /** What to do with an earlier output. */
  public enum Mode {
    /** Fail if there is one. */
    ERROR,
    /** Take its place when the new one is complete. */
    OVERWRITE,
    /** Add the articles that it does not have. */
    APPEND;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which records of one id become articles. */
  public enum OnDuplicateId {
    /** All. */
    KEEP,
    /** The last one of the run: in the youngest file, by path, by place in the file. */
    LAST;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How {@code articles/} is cut into folders, by the date of publication in UTC. */
  public enum PartitionBy {
    NONE,
    YEAR,
    MONTH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
