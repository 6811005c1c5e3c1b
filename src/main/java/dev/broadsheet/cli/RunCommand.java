package dev.broadsheet.cli;

import dev.broadsheet.report.Metrics;
import dev.broadsheet.report.RunReport;
import dev.broadsheet.report.RunTable;
import dev.broadsheet.spark.ArticleJob;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.OnDuplicateId;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code run}: input files to Parquet. */
@Command(
    name = "run",
    description = "Read articles, find topics and summaries, and write Parquet.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  broadsheet run --input 'archive/2021-*.jsonl.gz' --output out --map text=story",
      "  broadsheet verify out"
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.DONE_MEANS,
      ExitCodes.FAILED_MEANS,
      ExitCodes.USAGE_MEANS,
      ExitCodes.TOO_MANY_REJECTS_MEANS,
      ExitCodes.OUTPUT_HELD_MEANS
    })
final class RunCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Mixin private ArticleOptions articles;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder to write: articles/, rejects/, _broadsheet/run.json. Required.")
  private String output;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "error",
      description =
          "If the output exists: error; overwrite it when the new one is complete; or append the"
              + " articles that it does not have. Default: ${DEFAULT-VALUE}.")
  private Mode mode;

  @Option(
      names = "--on-duplicate-id",
      paramLabel = "WHICH",
      defaultValue = "keep",
      description =
          "Of several records with one id: keep all; or write the last only, in the youngest file,"
              + " by path, by place in the file, and count the others. Default: ${DEFAULT-VALUE}.")
  private OnDuplicateId onDuplicateId;

  @Option(
      names = "--partition-by",
      paramLabel = "UNIT",
      defaultValue = "none",
      description = "Folders of articles/ by date: none, year or month. Default: ${DEFAULT-VALUE}.")
  private PartitionBy partitionBy;

  @Override
  public Integer call() throws IOException {
    articles.check(output);
    try (SparkSession spark = articles.open(broadsheet.isVerbose())) {
      RunReport report =
          new ArticleJob(spark, articles.settings(output, mode, onDuplicateId, partitionBy))
              .run(ArticleOptions.display());
      System.out.print(RunTable.of(report, output));
      articles.write(Metrics.of(report));
      return articles.exitCode(report.counts().read(), report.counts().rejected(), output);
    }
  }
}
