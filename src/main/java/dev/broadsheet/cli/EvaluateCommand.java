package dev.broadsheet.cli;

import dev.broadsheet.evaluate.Comparison;
import dev.broadsheet.evaluate.ReportFiles;
import dev.broadsheet.evaluate.SummaryEvaluation;
import dev.broadsheet.evaluate.SummaryReport;
import dev.broadsheet.evaluate.TopicEvaluation;
import dev.broadsheet.evaluate.TopicReport;
import dev.broadsheet.evaluate.TopicTable;
import dev.broadsheet.spark.LabelledInput;
import dev.broadsheet.spark.Sessions;
import dev.broadsheet.spark.TopicEvaluationJob;
import dev.broadsheet.summary.RankerModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code evaluate}: topics against tags, summaries against those that people wrote. */
@Command(
    name = "evaluate",
    description = {
      "Score topics against an archive's own tags: those a model gives to tagged documents"
          + " (--input), or those that 'run' gave (--output-dir).",
      "Or score summaries by ROUGE against human ones, beside LEAD, random, TextRank, LexRank,"
          + " PacSum and the greedy oracle (--task summary)."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.DONE_MEANS,
      ExitCodes.FAILED_MEANS,
      ExitCodes.USAGE_MEANS,
      ExitCodes.WORSE_MEANS
    })
final class EvaluateCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Spec private CommandSpec spec;

  @Option(
      names = "--task",
      paramLabel = "TASK",
      defaultValue = "topics",
      description = "What to score: topics or summary. Default: ${DEFAULT-VALUE}.")
  private Task task;

  @Mixin private LabelledOptions documents;

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      description = "What 'run' wrote: its topics are scored against its source_tags.")
  private String outputDir;

  @Option(
      names = "--label-map",
      paramLabel = "FILE",
      description =
          "JSON: {\"labels\": {\"Diplomacy\": \"medtop:20000639\"}}. Default: a tag stands for the"
              + " topic of that name or code.")
  private Path labelMap;

  @Option(
      names = "--topics-model",
      paramLabel = "DIR",
      description = "A model made by 'train'. Default: the one that comes with Broadsheet.")
  private Path topicsModel;

  @Option(
      names = "--readings",
      paramLabel = "FILE",
      description =
          "For --task summary: what readers said of sentences of the articles, to score what the"
              + " model takes for a problem, such as data/quality/summary-readings.jsonl.")
  private Path readings;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the scores there as well.")
  private Path json;

  @Option(
      names = "--scores",
      paramLabel = "FILE",
      description =
          "Write the probability of each judged topic of each document there, as JSON Lines.")
  private Path scores;

  @Option(
      names = "--baseline",
      paramLabel = "OLD.json",
      description =
          "An earlier --json of the same documents: exit with 5 if a score is below its 95 %%"
              + " interval, and the old one above the new one's.")
  private Path baseline;

  @Override
  public Integer call() throws IOException {
    List<String> worse = task == Task.TOPICS ? topics() : summaries();
    worse.forEach(line -> System.err.println("broadsheet: " + line));
    return worse.isEmpty() ? ExitCodes.DONE : ExitCodes.WORSE;
  }

  private List<String> topics() throws IOException {
    require(
        documents.inputs.isEmpty() != (outputDir == null), "Give either --input or --output-dir.");
    Function<SparkSession, LabelledInput> input = documents.input(spec);
    TopicReport before = before(TopicReport.class);
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      TopicEvaluationJob job = new TopicEvaluationJob(spark, topicsModel, labelMap);
      TopicEvaluation evaluation =
          outputDir == null ? job.ofDocuments(input.apply(spark)) : job.ofOutput(outputDir);
      TopicReport report = evaluation.report();
      System.out.print(TopicTable.of(report, job::name));
      write(report);
      if (scores != null) {
        ReportFiles.writeScores(evaluation.documents(), scores);
      }
      return before == null ? List.of() : Comparison.worse(report, before);
    }
  }

  private List<String> summaries() throws IOException {
    require(
        documents.inputs.size() == 1
            && outputDir == null
            && labelMap == null
            && topicsModel == null
            && scores == null,
        "--task summary takes one file as --input, and no option of topics.");
    SummaryReport before = before(SummaryReport.class);
    SummaryReport report =
        SummaryEvaluation.run(Path.of(documents.inputs.get(0)), readings, RankerModel.load());
    System.out.print(report.text());
    write(report);
    return before == null ? List.of() : Comparison.worse(report, before);
  }

  /** Null without a baseline. */
  private <T> T before(Class<T> type) throws IOException {
    return baseline == null ? null : ReportFiles.read(baseline, type);
  }

  private void write(Object report) throws IOException {
    if (json != null) {
      ReportFiles.write(report, json);
    }
  }

  private void require(boolean isRight, String message) {
    if (!isRight) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
