package dev.broadsheet.spark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the packaged jar, and Spark's own daemons, as processes of their own. */
public final class Processes {

  public static final String JAR = System.getProperty("broadsheet.jar", "target/broadsheet.jar");
  public static final String SPARK = System.getProperty("broadsheet.spark", "target/spark");

  /** The archive of classes that the build leaves beside the jar. */
  static final Path CLASSES = Path.of(JAR).resolveSibling("classes.jsa");

  /** How a process ended. */
  public record Ended(int exitCode, String out) {}

  private Processes() {}

  /** The command line of the embedded run. */
  public static ProcessBuilder broadsheet(List<String> javaOptions, String... arguments) {
    // As the launcher starts it.
    List<String> command =
        new ArrayList<>(List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + CLASSES));
    command.addAll(javaOptions);
    command.add("-Dlog4j2.configurationFile=broadsheet-log4j2.properties");
    command.addAll(List.of("-cp", JAR + File.pathSeparator + SPARK + "/jars/*"));
    command.add("dev.broadsheet.Main");
    command.addAll(List.of(arguments));
    return java(command.toArray(String[]::new));
  }

  /** A Java process that knows where Spark is. */
  public static ProcessBuilder java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", Path.of(SPARK).toAbsolutePath().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder;
  }

  /** Runs to the end; output and errors together. */
  public static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path log = Files.createTempFile("broadsheet", ".log");
    Process process = start(builder, log);
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("No end after 10 minutes: " + Files.readString(log));
    }
    String out = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    return new Ended(process.exitValue(), out);
  }

  /** Starts and leaves running; output and errors go to the file. */
  public static Process start(ProcessBuilder builder, Path log) throws IOException {
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }
}
