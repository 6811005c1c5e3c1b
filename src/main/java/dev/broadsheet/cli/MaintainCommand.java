package dev.broadsheet.cli;

import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.Sessions;
import dev.broadsheet.spark.tables.MaintainJob;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code maintain}: tables kept in shape. */
@Command(
    name = "maintain",
    description =
        "Write small files of the tables together, and drop old snapshots and the files of killed runs.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class MaintainCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Mixin private TablesOptions at;

  @Option(
      names = "--keep-days",
      paramLabel = "N",
      defaultValue = "7",
      description = "Snapshots up to this age stay readable. Default: ${DEFAULT-VALUE}.")
  private int keepDays;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      TableReport report =
          new MaintainJob(spark, at.output, at.tables, Duration.ofDays(keepDays)).run();
      System.out.printf(Locale.ROOT, "%s is in shape, %.1f s%n", at.output, report.seconds());
      return ExitCodes.DONE;
    }
  }
}
