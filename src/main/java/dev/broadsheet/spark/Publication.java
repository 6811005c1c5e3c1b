package dev.broadsheet.spark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Makes an output appear whole or not at all.
 *
 * <p>A run writes into a hidden folder beside the output. When that is complete it is marked ready
 * and takes the output's place by two renames: the old output steps aside, the new one steps in.
 * Killed before the mark, the old output stands untouched; killed after it, {@link #recover}
 * finishes the renames. Needs a file system whose folder rename is atomic (local, HDFS).
 */
public final class Publication {

  static final String ARTICLES = "articles";
  static final String REJECTS = "rejects";
  static final String META = "_broadsheet";
  public static final String REPORT = META + "/run.json";
  static final String TAXONOMY = META + "/taxonomy.json";
  static final String HISTORY = META + "/history";

  /** Where tasks put their rejects until these are written. */
  static final String SPILL = "_spill";

  private static final String READY = META + "/ready";

  private final FileSystem files;
  private final Path output;
  private final Path staging;
  private final Path old;

  public Publication(FileSystem files, Path output) {
    this.files = files;
    this.output = output;
    this.staging = new Path(output.getParent(), "." + output.getName() + ".staging");
    this.old = new Path(output.getParent(), "." + output.getName() + ".old");
  }

  /** The folder that becomes the output. */
  public Path staging() {
    return staging;
  }

  /** Finishes what a killed run had made ready, and removes what it had not. Needs the lock. */
  public void recover() throws IOException {
    if (files.exists(new Path(staging, READY))) {
      swap();
    }
    if (!files.exists(output) && files.exists(old)) {
      rename(old, output);
    }
    files.delete(new Path(output, READY), false);
    files.delete(staging, true);
    files.delete(old, true);
  }

  /** Makes the staging folder the output, in place of an earlier one. */
  public void publish() throws IOException {
    files.delete(new Path(staging, SPILL), true);
    files.create(new Path(staging, READY)).close();
    swap();
  }

  private void swap() throws IOException {
    if (files.exists(output)) {
      files.delete(old, true);
      rename(output, old);
    }
    rename(staging, output);
    files.delete(new Path(output, READY), false);
    files.delete(old, true);
  }

  /** Removes what a run left unfinished; what is ready stays for {@link #recover}. */
  public void discard() throws IOException {
    if (!files.exists(new Path(staging, READY))) {
      files.delete(staging, true);
    }
  }

  /** Brings the published output's rows and reports into the staged one, by links if it can. */
  void carryOver() throws IOException {
    carryOver(ARTICLES);
    carryOver(REJECTS);
    carryOver(HISTORY);
    Path report = new Path(output, REPORT);
    String runId = runId(report);
    link(files.getFileStatus(report), new Path(new Path(staging, HISTORY), runId + ".json"));
  }

  private String runId(Path report) throws IOException {
    try (InputStream in = files.open(report)) {
      return new JsonMapper().readTree(in).path("run_id").asText();
    }
  }

  private void carryOver(String folder) throws IOException {
    Path from = new Path(output, folder);
    if (files.exists(from)) {
      link(files.getFileStatus(from), new Path(staging, folder));
    }
  }

  private void link(FileStatus from, Path to) throws IOException {
    if (from.isDirectory()) {
      files.mkdirs(to);
      for (FileStatus child : files.listStatus(from.getPath())) {
        link(child, new Path(to, child.getPath().getName()));
      }
    } else if (!files.exists(to)) {
      // What exists is Spark's _SUCCESS marker, which the new part has as well.
      linkFile(from.getPath(), to);
    }
  }

  private void linkFile(Path from, Path to) throws IOException {
    files.mkdirs(to.getParent());
    if (files instanceof LocalFileSystem local) {
      Files.createLink(local.pathToFile(to).toPath(), local.pathToFile(from).toPath());
    } else {
      FileUtil.copy(files, from, files, to, false, files.getConf());
    }
  }

  private void rename(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("Cannot rename " + from + " to " + to + ".");
    }
  }

  /**
   * Whether an output holds tables, and not what {@code run} or {@code export} wrote.
   *
   * @throws IOException if its file system cannot be reached
   */
  public static boolean holdsTables(FileSystem files, Path output) throws IOException {
    return files.exists(new Path(output, "runs/metadata"));
  }

  /**
   * Makes sure that a folder is an output.
   *
   * @throws FileNotFoundException if it is none, or not whole
   */
  static void requireOutput(FileSystem files, Path output) throws IOException {
    if (holdsTables(files, output)) {
      throw new FileNotFoundException(
          output + " holds tables. Make an output of them with 'export', and give that.");
    }
    if (!files.exists(new Path(output, REPORT))) {
      throw new FileNotFoundException(
          output
              + " is no output of Broadsheet: it has no "
              + REPORT
              + ". If a run into it was killed, start that run again.");
    }
  }
}
