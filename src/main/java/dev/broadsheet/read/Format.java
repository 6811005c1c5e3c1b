package dev.broadsheet.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file formats that are read, each plain or compressed (.gz, .zst). */
public enum Format {
  /** A file is an article. */
  TEXT("text", ".txt", ".text"),
  /** A line is an article. */
  JSONL("jsonl", ".jsonl", ".ndjson"),
  /** An array of objects, one object, or objects one after another. */
  JSON("json", ".json"),
  /** As {@link #JSON}, with every object an IPTC ninjs item; in JSON these are recognised, too. */
  NINJS("ninjs", ".ninjs"),
  /** Comma, semicolon or tab separated, as the header row shows. */
  CSV("csv", ".csv"),
  /** Tab separated. */
  TSV("tsv", ".tsv", ".tab"),
  /** {@link #NITF} or {@link #NEWSML_G2}, as the root element says. */
  XML("xml", ".xml"),
  /** IPTC's News Industry Text Format 3: a file is an article. */
  NITF("nitf", ".nitf"),
  /** IPTC's NewsML-G2: a file is an item, or a message of several. */
  NEWSML_G2("newsml-g2", ".newsml"),
  /** A web page is an article. */
  HTML("html", ".html", ".htm", ".xhtml"),
  /** A web crawl: a response that is a page is an article. */
  WARC("warc", ".warc"),
  /** Files of any format, Parquet left out. */
  ZIP("zip", ".zip"),
  /** Files of any format, Parquet left out. */
  TAR("tar", ".tar", ".tgz"),
  /** Read by Spark; the rows go through {@link FieldMap#article}. */
  PARQUET("parquet", ".parquet");

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

  /** The format that a file's name tells, its compression left aside; empty if it tells none. */
  public static Optional<Format> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain = isGzip(name) || isZstd(name) ? name.replaceFirst("\\.(gz|zst)$", "") : name;
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

  /**
   * Whether a file's name says that it is compressed or an archive, so that only all can be read.
   */
  public static boolean isPacked(String fileName) {
    return isGzip(fileName)
        || isZstd(fileName)
        || of(fileName).filter(Format::isArchive).isPresent();
  }

  /** Whether a file's name says that it is compressed by gzip. */
  public static boolean isGzip(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") || name.endsWith(".tgz");
  }

  /** Whether a file's name says that it is compressed by Zstandard. */
  public static boolean isZstd(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".zst");
  }

  boolean isArchive() {
    return this == ZIP || this == TAR;
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
