package dev.broadsheet.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.report.Metrics;
import dev.broadsheet.report.ProgressDisplay;
import dev.broadsheet.spark.InputPlan;
import dev.broadsheet.spark.RunSettings;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.OnDuplicateId;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.spark.Sessions;
import dev.broadsheet.summary.Budget;
import dev.broadsheet.topics.TopicNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What {@code run} and {@code sync} have in common: which articles to read, and what to make of
 * them.
 */
final class ArticleOptions {

  /** System property by which the launcher says that a person looks on. */
  private static final String TERMINAL = "broadsheet.terminal";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = "File, folder or glob, local or any Hadoop URI. Repeatable. Required.")
  private List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      description =
          "auto, text, jsonl, json, ninjs, csv, tsv, xml, nitf, newsml-g2, html, warc, zip, tar or"
              + " parquet; auto goes by the files' names and, for .xml and .json, by what is in"
              + " them. Each may be compressed (.gz, .zst), or lie in an archive."
              + " Default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(
      names = "--map",
      paramLabel = "FIELD=NAME,...",
      defaultValue = "",
      description =
          "Where the fields text, title, id, url, published and tags are in the records, such as"
              + " text=body,title=headline. Common names are known without it.")
  private String fieldMap;

  @Option(
      names = "--summary-sentences",
      paramLabel = "N",
      defaultValue = "3",
      description = "Most sentences of a summary; 0 for no limit. Default: ${DEFAULT-VALUE}.")
  private int summarySentences;

  @Option(
      names = "--summary-words",
      paramLabel = "N",
      defaultValue = "0",
      description = "Most words of a summary; 0 for no limit. Default: ${DEFAULT-VALUE}.")
  private int summaryWords;

  @Option(
      names = "--summary-share",
      paramLabel = "R",
      defaultValue = "0",
      description =
          "Most words of a summary as a share of the text's; 0 for no limit. All limits hold at"
              + " once. Default: ${DEFAULT-VALUE}.")
  private double summaryShare;

  @Option(
      names = "--topics-model",
      paramLabel = "DIR",
      description = "A model made by 'train'. Default: the one that comes with Broadsheet.")
  private String topicsModel;

  @Option(
      names = "--topic-names",
      paramLabel = "LANG",
      defaultValue = TopicNames.ENGLISH,
      description =
          "Language of the topics' names, as a BCP 47 tag such as de; a name that is not there in it"
              + " is English, and topics of your own keep theirs. Default: ${DEFAULT-VALUE}.")
  private String topicNames;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Tasks to deal the input to, and so files in articles/; 0: by size and cores."
              + " Default: ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--keep-other-languages",
      description = "Keep articles that are not English, without topics and summary.")
  private boolean keepOtherLanguages;

  @Option(
      names = "--max-text-length",
      paramLabel = "N",
      defaultValue = "" + PipelineOptions.MAX_TEXT_LENGTH,
      description = "Longest text, in characters; others are rejected. Default: ${DEFAULT-VALUE}.")
  private int maxTextLength;

  @Option(
      names = "--min-text-quality",
      paramLabel = "Q",
      defaultValue = "" + PipelineOptions.MIN_TEXT_QUALITY,
      description =
          "Lowest share of known words in an English text, 0 to 1; others are rejected as misread."
              + " Default: ${DEFAULT-VALUE}.")
  private double minTextQuality;

  @Option(
      names = "--max-reject-ratio",
      paramLabel = "R",
      defaultValue = "0.5",
      description =
          "If more than this share of the records is rejected, write all but exit with 3."
              + " Default: ${DEFAULT-VALUE}.")
  private double maxRejectRatio;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "JSON object with these options as keys, such as {\"input\": [\"a\", \"b\"]}."
              + " An option given here wins.")
  @SuppressWarnings("unused") // ConfigFile asks the parser for it
  private Path config;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Master of the embedded Spark. Default: local[*]. Not under spark-submit, which has its"
              + " own --master.")
  private String master;

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description =
          "When done, write counts and times there in Prometheus' text format, for the textfile"
              + " collector of its node exporter.")
  private Path metricsFile;

  /**
   * Refuses what cannot be.
   *
   * @param output the command's own option
   */
  void check(String output) {
    require(!inputs.isEmpty(), "--input is missing: which files shall be read?");
    require(output != null, "--output is missing: where shall the results go?");
    budget();
    Usage.names(spec, topicNames);
    require(
        partitions >= 0 && partitions <= InputPlan.MOST_PARTITIONS,
        "--partitions must be 0 to " + InputPlan.MOST_PARTITIONS + ".");
    require(maxTextLength > 0, "--max-text-length must be above 0.");
    require(minTextQuality >= 0 && minTextQuality <= 1, "--min-text-quality must be 0 to 1.");
    require(maxRejectRatio >= 0 && maxRejectRatio <= 1, "--max-reject-ratio must be 0 to 1.");
    require(
        master == null || !Sessions.isUnderSparkSubmit(),
        "--master belongs to spark-submit here: give it before the jar.");
    Usage.fields(spec, fieldMap);
    Usage.format(spec, format);
  }

  private void require(boolean isRight, String message) {
    if (!isRight) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private Budget budget() {
    return Usage.valid(
        spec,
        "--summary-sentences, --summary-words, --summary-share",
        () -> new Budget(summarySentences, summaryWords, summaryShare));
  }

  /** As settings of a run. */
  RunSettings settings(
      String output, Mode mode, OnDuplicateId onDuplicateId, PartitionBy partitionBy) {
    return new RunSettings(
        inputs,
        output,
        Usage.format(spec, format),
        fieldMap,
        mode,
        onDuplicateId,
        partitionBy,
        partitions,
        topicsModel,
        topicNames,
        budget(),
        keepOtherLanguages,
        maxTextLength,
        minTextQuality,
        maxRejectRatio,
        effective());
  }

  /** Shows the configuration in force, and opens the session. */
  SparkSession open(boolean isVerbose) throws IOException {
    System.out.println("configuration " + new JsonMapper().writeValueAsString(effective()));
    return Sessions.open(master == null ? "local[*]" : master, isVerbose);
  }

  static ProgressDisplay display() {
    return new ProgressDisplay(System.err, Boolean.getBoolean(TERMINAL));
  }

  /** All options as they are in force, by name. */
  private Map<String, Object> effective() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (OptionSpec option : spec.options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        values.put(option.longestName().substring(2), plain(option.getValue()));
      }
    }
    return values;
  }

  private static Object plain(Object value) {
    boolean isJson = value instanceof Number || value instanceof Boolean || value instanceof List;
    return value == null || isJson ? value : value.toString();
  }

  /** Puts the metrics in the place of the last ones, whole. */
  void write(Metrics metrics) throws IOException {
    if (metricsFile != null) {
      Path target = metricsFile.toAbsolutePath();
      Path part = target.resolveSibling("." + target.getFileName() + ".part");
      Files.writeString(part, metrics.text(), StandardCharsets.UTF_8);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Whether too much was rejected; says so. */
  int exitCode(long read, long rejected, String output) {
    double ratio = (double) rejected / Math.max(1, read);
    if (ratio <= maxRejectRatio) {
      return ExitCodes.DONE;
    }
    System.err.printf(
        Locale.ROOT,
        "broadsheet: %.1f%% of the records were rejected, more than --max-reject-ratio %s allows."
            + " All was written; see %s/rejects.%n",
        ratio * 100,
        maxRejectRatio,
        output);
    return ExitCodes.TOO_MANY_REJECTS;
  }
}
