package dev.broadsheet.read;

import java.io.Serializable;

/**
 * A file of the input.
 *
 * @param uri where it is, as rows shall name it; no other file of the input has it
 * @param relativePath its path below the input folder; the id of an article that has no other, and
 *     of equal members of an archive the same
 */
public record Source(String uri, String relativePath) implements Serializable {

  /** The part of the path after the last slash. */
  String fileName() {
    return relativePath.substring(relativePath.lastIndexOf('/') + 1);
  }

  /** The URI of the record of this number, from 1. */
  String record(long number) {
    return uri + "#record=" + number;
  }

  /** The URI of the record that begins at this byte of the uncompressed file. */
  String at(long offset) {
    return uri + "#byte=" + offset;
  }
}
