package dev.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileUtil;

/**
 * Runs the commands once on a small input, one after another in one process. The build starts it
 * with {@code -XX:ArchiveClassesAtExit}: half of the time that a command takes to start goes into
 * reading and checking classes, and an archive of classes saves it.
 */
public final class Rehearsal {

  private final Path input;
  private final String output;
  private final String tables;
  private final String export;
  private final String page;

  private Rehearsal(Path input, Path scratch) {
    this.input = input;
    this.output = scratch.resolve("output").toString();
    this.tables = scratch.resolve("tables").toString();
    this.page = scratch.resolve("report.html").toString();
    this.export = scratch.resolve("export").toString();
  }

  /**
   * Takes two arguments: a folder of articles, and a folder to work in, which is deleted.
   *
   * @throws IOException if the second cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path scratch = Path.of(args[1]);
    FileUtil.fullyDelete(scratch.toFile());
    Files.createDirectories(scratch);
    new Rehearsal(Path.of(args[0]), scratch).runAll();
    FileUtil.fullyDelete(scratch.toFile());
  }

  private void runAll() {
    run("run", "--input", input.toString(), "--output", output, "--max-reject-ratio", "1");
    run("verify", output);
    run("report", output, "--output", page);
    run("explain", input.resolve("text/river-talks.txt").toString());
    run("sync", "--input", input.toString(), "--output", tables, "--max-reject-ratio", "1");
    run("history", "--output", tables);
    run("export", "--from", tables, "--output", export);
  }

  private static void run(String... command) {
    int code = BroadsheetCommand.execute(command);
    if (code != ExitCodes.DONE) {
      throw new IllegalStateException("'" + String.join(" ", command) + "' ended with " + code);
    }
  }
}
