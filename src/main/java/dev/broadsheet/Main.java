package dev.broadsheet;

import dev.broadsheet.cli.BroadsheetCommand;
import dev.broadsheet.spark.Interruption;

/** Entry point of the jar, on a command line and under spark-submit. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    int exitCode = Interruption.guard(() -> BroadsheetCommand.execute(args));
    // Under spark-submit in cluster mode, leaving main is how success is told.
    if (exitCode != 0 || System.getProperty("spark.submit.deployMode") == null) {
      System.exit(exitCode);
    }
  }
}
