package dev.broadsheet.spark;

import dev.broadsheet.read.Format;
import java.io.Serializable;

/**
 * A part of an input file that one task reads. Public because Spark encodes public classes only.
 *
 * @param uri the file
 * @param name its path below the input that named it; the id of an article that has no other
 * @param format null if the file's name tells none
 * @param modified of the file, milliseconds since 1970
 * @param begin first byte; 0 unless the format can be split
 * @param end one past the last byte; the file's length unless the format can be split
 * @param fault why the file cannot be read, as a sentence; null if it can be tried
 */
public record Slice(
    String uri, String name, Format format, long modified, long begin, long end, String fault)
    implements Serializable {

  long bytes() {
    return end - begin;
  }
}
