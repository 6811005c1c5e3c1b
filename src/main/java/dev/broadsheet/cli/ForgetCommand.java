package dev.broadsheet.cli;

import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.Sessions;
import dev.broadsheet.spark.tables.ForgetJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code forget}: articles out of tables, for good. */
@Command(
    name = "forget",
    description = "Take articles out of the tables and their history, and keep them out.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class ForgetCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Mixin private TablesOptions at;

  @Option(
      names = "--ids",
      paramLabel = "FILE",
      required = true,
      description = "Ids of articles, one a line, in UTF-8.")
  private Path ids;

  @Override
  public Integer call() throws IOException {
    List<String> lines = Files.readAllLines(ids).stream().filter(line -> !line.isBlank()).toList();
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      TableReport report =
          new ForgetJob(spark, at.output, at.tables)
              .run(lines.stream().map(String::strip).toList());
      System.out.printf(
          Locale.ROOT,
          "%,d ids, %,d articles removed. The input and exports made before are not touched.%n",
          lines.size(),
          report.counts().removed());
      return ExitCodes.DONE;
    }
  }
}
