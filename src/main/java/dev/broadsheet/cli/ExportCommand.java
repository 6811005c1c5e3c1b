package dev.broadsheet.cli;

import dev.broadsheet.report.RunReport;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.spark.Sessions;
import dev.broadsheet.spark.tables.ExportJob;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code export}: tables to plain Parquet. */
@Command(
    name = "export",
    description =
        "Write the current rows of the tables as plain Parquet, with the columns of 'run'.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class ExportCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      required = true,
      description = "The --output of 'sync'.")
  private String from;

  @Option(names = "--tables", paramLabel = "CATALOG.NAMESPACE", description = "As in 'sync'.")
  private String tables;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Folder to write: articles/, rejects/, _broadsheet/run.json.")
  private String output;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "error",
      description =
          "If the output exists: error; or overwrite it when the new one is complete."
              + " Default: ${DEFAULT-VALUE}.")
  private Mode mode;

  @Option(
      names = "--partition-by",
      paramLabel = "UNIT",
      defaultValue = "none",
      description = "As in 'run'. Default: ${DEFAULT-VALUE}.")
  private PartitionBy partitionBy;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (mode == Mode.APPEND) {
      throw new ParameterException(
          spec.commandLine(), "--mode append: an export is whole; use error or overwrite.");
    }
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      RunReport report = new ExportJob(spark, from, tables, output, mode, partitionBy).run();
      System.out.printf(
          Locale.ROOT,
          "%,d articles and %,d rejects in %s%n",
          report.counts().articles(),
          report.counts().rejected(),
          output);
      return ExitCodes.DONE;
    }
  }
}
