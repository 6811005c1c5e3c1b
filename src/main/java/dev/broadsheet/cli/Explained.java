package dev.broadsheet.cli;

import com.fasterxml.jackson.core.JacksonException;
import dev.broadsheet.spark.StorageException;
import dev.broadsheet.topics.ModelFormatException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Failures in words for people: what failed, where, and the way out.
 *
 * @param command whose options messages may name
 */
record Explained(CommandLine command) {

  private static final int LONGEST = 400;

  /** Names of classes, and Spark's own codes, which say nothing to a user. */
  private static final Pattern CODES =
      Pattern.compile(
          "([a-z]\\w*[.])+[A-Z]\\w*(Exception|Error)(: )?|\\[[A-Z_.]+] | SQLSTATE: \\w+");

  /** What Spark says when its master has not answered, or has ended it. */
  private static final List<String> LOST_MASTER =
      List.of(
          "masters are unresponsive",
          "Application has been killed",
          "stopped SparkContext",
          "SparkContext was shut down",
          "LiveListenerBus is stopped");

  /** One line. */
  String message(Throwable e) {
    if (chain(e).anyMatch(OutOfMemoryError.class::isInstance) || says(e, "OutOfMemoryError")) {
      return "Java has too little memory. Give it more: BROADSHEET_JAVA_OPTS=-Xmx4g"
          + " jobs/broadsheet ...";
    }
    if (says(e, "No space left on device") || says(e, "quota exceeded")) {
      return "There is no space left on the disk of " + place(e) + ". Make room, and start again.";
    }
    if (option("--master").startsWith("spark:")
        && LOST_MASTER.stream().anyMatch(words -> says(e, words))) {
      return "The master %s does not answer. See whether it runs and has workers, or correct --master."
          .formatted(option("--master"));
    }
    return plain(root(e));
  }

  /** What was being written, as far as it is known. */
  private String place(Throwable e) {
    return chain(e)
        .filter(SparkThrowable.class::isInstance)
        .map(cause -> ((SparkThrowable) cause).getMessageParameters().get("path"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(
            option("--output")
                + " or of the folder for temporary files, "
                + System.getProperty("java.io.tmpdir"));
  }

  private String option(String name) {
    OptionSpec option = command.getCommandSpec().findOption(name);
    return option == null || option.getValue() == null ? "" : option.getValue().toString();
  }

  private static boolean says(Throwable e, String words) {
    return chain(e).anyMatch(cause -> String.valueOf(cause.getMessage()).contains(words));
  }

  private static Stream<Throwable> chain(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && !isForPeople(root)) {
      root = root.getCause();
    }
    return root;
  }

  /** Whether an error was caught to say which file it is about, and what to do. */
  private static boolean isForPeople(Throwable e) {
    boolean isOfContent =
        e.getCause() instanceof JacksonException
            || e.getCause() instanceof IllegalArgumentException;
    boolean isSentence = e.getMessage() != null && e.getMessage().endsWith(".");
    return e instanceof ModelFormatException
        || e instanceof StorageException
        || (e.getClass() == IOException.class && (isOfContent || isSentence));
  }

  private static String plain(Throwable e) {
    if (e instanceof NoSuchFileException) {
      return e.getMessage() + " does not exist.";
    }
    if (e instanceof AccessDeniedException) {
      return e.getMessage() + " may not be read or written by this user.";
    }
    if (e instanceof UnknownHostException) {
      return "The host " + e.getMessage() + " is not known. Correct the path, or the network.";
    }
    if (e instanceof ClassNotFoundException) {
      return e.getMessage() + ". Is the jar of a file system that you use missing, such as S3's?";
    }
    if (e instanceof FileAlreadyExistsException || e.getClass() == IllegalArgumentException.class) {
      return e.getMessage();
    }
    String name = e.getClass().getSimpleName();
    String message = e.getMessage() == null ? "" : oneLine(e.getMessage());
    // Our own messages are sentences; others need the exception's name to be understood.
    return message.endsWith(".") ? message : (message + " (" + name + ")").strip();
  }

  private static String oneLine(String message) {
    String line = CODES.matcher(message.strip().lines().findFirst().orElse("")).replaceAll("");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
