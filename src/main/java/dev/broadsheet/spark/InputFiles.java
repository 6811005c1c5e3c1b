package dev.broadsheet.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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
   */
  public record InputFile(String uri, String name, long bytes, long modified) {

    private static InputFile of(FileStatus status, String name) {
      return new InputFile(
          status.getPath().toString(), name, status.getLen(), status.getModificationTime());
    }

    /** The part of the URI after the last slash. */
    String fileName() {
      return uri.substring(uri.lastIndexOf('/') + 1);
    }
  }

  private InputFiles() {}

  /**
   * The files of the inputs, in order of path within each.
   *
   * @param inputs files, folders (walked, names that begin with a dot or underscore left out) or
   *     globs, as Hadoop URIs
   * @param output left out, so that a run may write below its input
   * @throws FileNotFoundException if an input does not exist or all are empty folders
   */
  public static List<InputFile> list(Configuration conf, List<String> inputs, Path output)
      throws IOException {
    List<InputFile> files = new ArrayList<>();
    for (String input : inputs) {
      addInput(conf, new Path(input), files);
    }
    files.removeIf(file -> isBelow(new Path(file.uri()), output));
    if (files.isEmpty()) {
      throw new FileNotFoundException("There are no files in " + String.join(", ", inputs) + ".");
    }
    return files;
  }

  private static void addInput(Configuration conf, Path input, List<InputFile> files)
      throws IOException {
    FileSystem system = input.getFileSystem(conf);
    for (FileStatus match : matches(system, input)) {
      walk(system, match, match.isDirectory() ? "" : match.getPath().getName(), files);
    }
  }

  /** A file may be named as if it were a glob, such as {@code notes[1].txt}. */
  private static FileStatus[] matches(FileSystem system, Path input) throws IOException {
    if (system.exists(input)) {
      return new FileStatus[] {system.getFileStatus(input)};
    }
    FileStatus[] matches = system.globStatus(input);
    if (matches == null || matches.length == 0) {
      throw new FileNotFoundException("The input " + input + " does not exist.");
    }
    return matches;
  }

  private static void walk(FileSystem system, FileStatus at, String name, List<InputFile> files)
      throws IOException {
    if (at.isFile()) {
      files.add(InputFile.of(at, name));
      return;
    }
    FileStatus[] children = system.listStatus(at.getPath());
    for (FileStatus child : sorted(children)) {
      String childName = child.getPath().getName();
      if (!isHidden(childName)) {
        walk(system, child, name.isEmpty() ? childName : name + "/" + childName, files);
      }
    }
  }

  private static List<FileStatus> sorted(FileStatus[] statuses) {
    return List.of(statuses).stream().sorted(Comparator.comparing(FileStatus::getPath)).toList();
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
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
