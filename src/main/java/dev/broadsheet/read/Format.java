package dev.broadsheet.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file formats that are read, each plain or as {@code .gz}. */
public enum Format {
  /** A file is an article. */
  TEXT("text", ".txt", ".text"),
  /** A line is an article. */
  JSONL("jsonl", ".jsonl", ".ndjson"),
  /** An array of objects, one object, or objects one after another. */
  JSON("json", ".json"),
  /** Comma, semicolon or tab separated, as the header row shows. */
  CSV("csv", ".csv"),
  /** Tab separated. */
  TSV("tsv", ".tsv", ".tab"),
  /** Read by Spark; the rows go through {@link FieldMap#article}. */
  PARQUET("parquet", ".parquet");

  private static final String GZIP = ".gz";

  private final String label;

  /** Separated by spaces. */
  private final String extensions;

  Format(String label, String... extensions) {
    this.label = label;
    this.extensions = String.join(" ", extensions);
  }

  /** The name on the command line, such as {@code jsonl}. */
  public String label() {
    return label;
  }

  /** The format that a file's name tells, {@code .gz} left aside; empty if it tells none. */
  public static Optional<Format> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain = isGzip(name) ? name.substring(0, name.length() - GZIP.length()) : name;
    return Arrays.stream(values()).filter(format -> format.ends(plain)).findFirst();
  }

  /**
   * The format of a {@link #label}.
   *
   * @throws IllegalArgumentException naming the labels there are
   */
  public static Format named(String label) {
    return Arrays.stream(values())
        .filter(format -> format.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no format \"" + label + "\"; formats are " + labels() + "."));
  }

  /** Whether a file's name says that it is compressed. */
  public static boolean isGzip(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  private boolean ends(String fileName) {
    return Arrays.stream(extensions.split(" ")).anyMatch(fileName::endsWith);
  }

  static String labels() {
    return Arrays.stream(values()).map(Format::label).collect(Collectors.joining(", "));
  }

  static String extensions() {
    return Arrays.stream(values())
        .map(format -> format.extensions)
        .collect(Collectors.joining(" "));
  }
}
