package dev.broadsheet.cli;

import dev.broadsheet.evaluate.SummaryEvaluation;
import dev.broadsheet.evaluate.SummaryReport;
import dev.broadsheet.summary.RankerModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate}: summaries against those that people wrote. */
@Command(
    name = "evaluate",
    description =
        "Score summaries by ROUGE against human ones, beside LEAD, random, TextRank, LexRank, PacSum"
            + " and the greedy oracle.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class EvaluateCommand implements Callable<Integer> {

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description =
          "JSON Lines, plain or .gz, with id, text and summary (its sentences on lines of their"
              + " own).")
  private Path input;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the scores there as well.")
  private Path json;

  @Override
  public Integer call() throws IOException {
    SummaryReport report = SummaryEvaluation.run(input, RankerModel.load());
    System.out.print(report.text());
    if (json != null) {
      Files.writeString(json, report.json(), StandardCharsets.UTF_8);
    }
    return ExitCodes.DONE;
  }
}
