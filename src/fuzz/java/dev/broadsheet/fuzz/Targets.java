package dev.broadsheet.fuzz;

import dev.broadsheet.read.Format;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is fuzzed: the parser of each format, the two compressions, and three steps. */
final class Targets {

  static final String CLEANER = "cleaner";
  static final String SEGMENTER = "segmenter";
  static final String PIPELINE = "pipeline";
  static final String GZIP = "gzip";
  static final String ZSTD = "zstd";

  private Targets() {}

  static Stream<String> names() {
    return Stream.concat(
        formats().map(Format::label), List.of(GZIP, ZSTD, CLEANER, SEGMENTER, PIPELINE).stream());
  }

  /** All but Parquet, whose files Spark's library reads. */
  static Stream<Format> formats() {
    return Arrays.stream(Format.values()).filter(format -> format != Format.PARQUET);
  }
}
