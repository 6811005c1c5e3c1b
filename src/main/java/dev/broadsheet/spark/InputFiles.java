package dev.broadsheet.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Lists input files. */
public final class InputFiles {

  /**
   * A file of the input.
   *
   * @param uri where it is, as rows name it
   * @param name its path below the input that named it
   * @param modified milliseconds since 1970, by the file system's clock
   * @param fault why it cannot be read, as a sentence; null for a plain file
   */
  public record InputFile(String uri, String name, long bytes, long modified, String fault) {

    /** The part of the URI after the last slash. */
    String fileName() {
      return uri.substring(uri.lastIndexOf('/') + 1);
    }
  }

  private InputFiles() {}

  /**
   * The files of the inputs, each once whatever leads to it, in order of path within each; those
   * behind links last. Pipes, devices and links that lead nowhere are among them, with their fault.
   *
   * @param inputs files, folders (walked, names that begin with a dot or underscore left out) or
   *     globs, as Hadoop URIs
   * @param output left out, so that a run may write below its input
   * @throws FileNotFoundException if an input does not exist or all are empty folders
   */
  public static List<InputFile> list(Configuration conf, List<String> inputs, Path output)
      throws IOException {
    InputWalk walk = new InputWalk();
    leaveOut(conf, output, walk);
    for (String input : inputs) {
      addInput(conf, new Path(input), walk);
    }
    List<InputFile> files = walk.files();
    files.removeIf(file -> isBelow(new Path(file.uri()), output));
    if (files.isEmpty()) {
      throw new FileNotFoundException("There are no files in " + String.join(", ", inputs) + ".");
    }
    return files;
  }

  private static void addInput(Configuration conf, Path input, InputWalk walk) throws IOException {
    FileSystem system = input.getFileSystem(conf);
    InputListing listing = InputListing.of(system);
    for (Path match : matches(system, input)) {
      walk.add(listing, listing.at(match));
    }
  }

  /** A file may be named as if it were a glob, such as {@code notes[1].txt}. */
  private static List<Path> matches(FileSystem system, Path input) throws IOException {
    if (system.exists(input)) {
      return List.of(input);
    }
    FileStatus[] matches = system.globStatus(input);
    if (matches == null || matches.length == 0) {
      throw new FileNotFoundException("The input " + input + " does not exist.");
    }
    return Arrays.stream(matches).map(FileStatus::getPath).toList();
  }

  private static void leaveOut(Configuration conf, Path output, InputWalk walk) throws IOException {
    FileSystem system = output.getFileSystem(conf);
    if (system.exists(output)) {
      walk.leaveOut(InputListing.of(system).at(output));
    }
  }

  private static boolean isBelow(Path file, Path folder) {
    for (Path at = file; at != null; at = at.getParent()) {
      if (at.toUri().getPath().equals(folder.toUri().getPath())) {
        return true;
      }
    }
    return false;
  }
}
