package dev.broadsheet.cli;

import com.fasterxml.jackson.core.JacksonException;
import dev.broadsheet.spark.Interruption;
import dev.broadsheet.spark.OutputHeldException;
import dev.broadsheet.topics.ModelFormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed; with {@code --verbose}, where in the code as well. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (Interruption.isUnderWay()) {
      return ExitCodes.FAILED;
    }
    command.getErr().println("broadsheet: " + message(root(e)));
    if (parsed.hasMatchedOption("--verbose")) {
      e.printStackTrace(command.getErr());
    }
    return e instanceof OutputHeldException ? ExitCodes.OUTPUT_HELD : ExitCodes.FAILED;
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && !namesFile(root)) {
      root = root.getCause();
    }
    return root;
  }

  /** Whether an error in a file's content was caught to say which file. */
  private static boolean namesFile(Throwable e) {
    boolean isCaught =
        e.getCause() instanceof JacksonException
            || e.getCause() instanceof IllegalArgumentException;
    return e instanceof ModelFormatException || (e.getClass() == IOException.class && isCaught);
  }

  private static String message(Throwable e) {
    if (e instanceof NoSuchFileException) {
      return e.getMessage() + " does not exist.";
    }
    if (e instanceof AccessDeniedException) {
      return e.getMessage() + " may not be read or written by this user.";
    }
    if (e instanceof ClassNotFoundException) {
      return e.getMessage() + ". Is the jar of a file system that you use missing, such as S3's?";
    }
    if (e instanceof FileAlreadyExistsException || e.getClass() == IllegalArgumentException.class) {
      return e.getMessage();
    }
    if (e.getMessage() == null) {
      return e.toString();
    }
    // Our own messages are sentences; others need the exception's name to be understood.
    return e.getMessage().endsWith(".") ? e.getMessage() : e.getMessage() + " (" + name(e) + ")";
  }

  private static String name(Throwable e) {
    return e.getClass().getSimpleName();
  }
}
