package dev.broadsheet.spark;

import org.apache.hadoop.fs.Path;

/** What lies at a path of the input. */
sealed interface InputEntry {

  /** Where it was found. */
  Path path();

  /** Equal for all paths that lead to it, through links or not. */
  Object identity();

  /** Whether a symbolic link leads to it. */
  boolean isLinked();

  /**
   * A plain file.
   *
   * @param modified milliseconds since 1970
   */
  record File(Path path, Object identity, boolean isLinked, long bytes, long modified)
      implements InputEntry {}

  /** A folder. */
  record Folder(Path path, Object identity, boolean isLinked) implements InputEntry {}

  /**
   * What cannot be read: a pipe, a socket, a device, a link that leads nowhere or in a circle.
   *
   * @param fault a sentence that says what it is and what to do
   */
  record Odd(Path path, Object identity, boolean isLinked, String fault) implements InputEntry {}
}
