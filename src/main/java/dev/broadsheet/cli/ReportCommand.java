package dev.broadsheet.cli;

import dev.broadsheet.report.ArchiveView;
import dev.broadsheet.report.PageWriter;
import dev.broadsheet.spark.ArchiveReport;
import dev.broadsheet.spark.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code report}: an output as a page to look at. */
@Command(
    name = "report",
    description =
        "Write one HTML page, which needs no network, on an output: topics over time, what they"
            + " share, how sure they are, articles to read, rejects and runs.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {ExitCodes.DONE_MEANS, ExitCodes.FAILED_MEANS, ExitCodes.USAGE_MEANS})
final class ReportCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Parameters(paramLabel = "DIR", description = "What 'run' wrote as --output.")
  private String output;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "report.html",
      description =
          "The page to write; an earlier report there is replaced. Default: ${DEFAULT-VALUE}.")
  private Path page;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      ArchiveView view = ArchiveReport.of(spark, output);
      long bytes = PageWriter.write(view, page);
      System.out.printf(
          Locale.ROOT,
          "%s: %,d articles, %,d topics, %.1f MB%n",
          page,
          view.totals().articles(),
          view.totals().topics(),
          bytes / 1e6);
      return ExitCodes.DONE;
    }
  }
}
