package dev.broadsheet.cli;

import dev.broadsheet.spark.Sessions;
import dev.broadsheet.spark.Verification;
import dev.broadsheet.spark.tables.TableVerification;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code verify}: is an output what it says? */
@Command(
    name = "verify",
    description =
        "Re-read an output; check every offset, range and name, and the counts of its reports.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class VerifyCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Parameters(paramLabel = "DIR", description = "The --output of 'run', 'sync' or 'export'.")
  private String output;

  @Option(names = "--tables", paramLabel = "CATALOG.NAMESPACE", description = "As in 'sync'.")
  private String tables;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      Verification.Result result =
          TableVerification.applies(spark, output, tables)
              ? TableVerification.of(spark, output, tables)
              : Verification.of(spark, output);
      result.failures().forEach(failure -> System.out.println("FAILED " + failure));
      result.notes().forEach(note -> System.out.println("NOTE " + note));
      System.out.printf(
          Locale.ROOT,
          "%s: %,d articles, %,d rejects, %,d runs: %s%n",
          output,
          result.articles(),
          result.rejects(),
          result.runs(),
          result.failures().isEmpty() ? "all is well" : "NOT well, see above");
      return result.failures().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
  }
}
