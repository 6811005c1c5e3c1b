package dev.broadsheet.cli;

import dev.broadsheet.spark.Sessions;
import dev.broadsheet.spark.tables.ForgetJob;
import java.io.IOException;
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

  private static final int SHOWN = 20;

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
    List<String> wanted = IdList.read(ids);
    if (wanted.isEmpty()) {
      System.out.println(ids + " has no ids: there is nothing to forget.");
      return ExitCodes.DONE;
    }
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      ForgetJob.Result result = new ForgetJob(spark, at.output, at.tables).run(wanted);
      System.out.printf(
          Locale.ROOT,
          "%,d ids, %,d articles removed. The input and exports made before are not touched.%n",
          wanted.size(),
          result.report().counts().removed());
      tellUnknown(result.unknown());
      return ExitCodes.DONE;
    }
  }

  private static void tellUnknown(List<String> unknown) {
    if (!unknown.isEmpty()) {
      System.out.printf(
          Locale.ROOT,
          "%,d ids were not found, and are kept out from now on: %s%s%n",
          unknown.size(),
          String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size()))),
          unknown.size() > SHOWN ? ", …" : "");
    }
  }
}
