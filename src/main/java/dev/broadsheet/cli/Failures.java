package dev.broadsheet.cli;

import dev.broadsheet.spark.Interruption;
import dev.broadsheet.spark.OutputHeldException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed; with {@code --verbose}, where in the code as well. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return tell(e, command);
  }

  /** Tells of exceptions and errors alike, and gives the exit code. */
  static int tell(Throwable e, CommandLine command) {
    if (Interruption.isUnderWay()) {
      return ExitCodes.FAILED;
    }
    PrintWriter err = command.getErr();
    err.println("broadsheet: " + new Explained(command).message(e));
    BroadsheetCommand root = (BroadsheetCommand) command.getCommandSpec().root().userObject();
    if (root.isVerbose()) {
      e.printStackTrace(err);
    }
    return e instanceof OutputHeldException ? ExitCodes.OUTPUT_HELD : ExitCodes.FAILED;
  }
}
