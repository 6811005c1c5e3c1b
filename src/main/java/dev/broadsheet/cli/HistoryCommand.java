package dev.broadsheet.cli;

import dev.broadsheet.report.HistoryTable;
import dev.broadsheet.spark.Sessions;
import dev.broadsheet.spark.tables.RunLog;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code history}: the runs into tables. */
@Command(
    name = "history",
    description = "List the runs into the tables of 'sync'.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class HistoryCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Mixin private TablesOptions at;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      System.out.print(HistoryTable.of(RunLog.of(spark, at.output, at.tables)));
      return ExitCodes.DONE;
    }
  }
}
