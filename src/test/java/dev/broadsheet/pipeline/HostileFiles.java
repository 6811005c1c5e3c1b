package dev.broadsheet.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Files that mean harm, and what each record of them must end as: {@code good} for an article, else
 * the reason of its reject.
 */
public final class HostileFiles {

  /** A file's bytes and the ends of its records, in order. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Hostile(byte[] bytes, List<String> ends) {}

  private static final String GOOD = "{\"text\":\"" + Floods.ENGLISH + "\"}";

  private final Map<String, Hostile> files = new TreeMap<>();

  private HostileFiles() {
    jsonLines("long-line", "{\"text\":\"" + "word ".repeat(410_000) + "\"}", "TOO_LONG");
    jsonLines("deep", "{\"text\":\"x\",\"a\":" + "[".repeat(100_000) + "}", "MALFORMED_RECORD");
    jsonLines("deep-text", "{\"text\":" + "{\"a\":".repeat(100_000) + "1", "MALFORMED_RECORD");
    jsonLines("nul", "\0".repeat(100_000), "MALFORMED_RECORD");
    jsonLines("surrogates", good("\\ud800 \\udc00\\udc00 \\ud83d"), "good");
    jsonLines("same-keys", "{" + "\"text\":\"x\",".repeat(100_000) + GOOD.substring(1), "good");
    jsonLines("huge-number", "{\"id\":1e999999999," + GOOD.substring(1), "good");
    jsonLines(
        "long-number",
        "{\"id\":" + "9".repeat(100_000) + "," + GOOD.substring(1),
        "MALFORMED_RECORD");
    jsonLines("combining", good("e" + "\\u0301".repeat(300_000)), "good");
    jsonLines("right-to-left", good("\\u202e".repeat(300_000)), "good");
    text(
        "arabic",
        "اجتمع المجلس يوم الاثنين في المدينة وناقش الميزانية الجديدة. ".repeat(10_000),
        "UNSUPPORTED_LANGUAGE");
    text("emoji", "\ud83d\ude00".repeat(200_000), "UNSUPPORTED_LANGUAGE");
    text("unbroken", "a".repeat(5_000_000), "TOO_LONG");
    text("zero", "some text \0\0\0", "NOT_TEXT");
    json("deep-array", "{\"text\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    csv("breaks", "\"" + "\n".repeat(1_000_000) + Floods.ENGLISH + "\"", "good");
    csv("columns", Floods.ENGLISH + ",x".repeat(1_000_000), "MALFORMED_RECORD");
    put("header.csv", "text" + columns() + "\n" + Floods.ENGLISH + "\n", List.of("good"));
    put("bomb.txt.gz", gzip(new byte[100 << 20]), List.of("TOO_LONG"));
    put("bomb.jsonl.gz", gzip(new byte[100 << 20]), List.of("UNREADABLE_FILE"));
    put("twice.txt.gz", gzip(gzip(utf8(Floods.ENGLISH))), List.of("NOT_TEXT"));
  }

  /** All of them, by name. */
  public static Map<String, Hostile> all() {
    return new HostileFiles().files;
  }

  /** A line between two good ones. */
  private void jsonLines(String name, String line, String end) {
    String file = GOOD + "\n" + line + "\n" + GOOD + "\n";
    put(name + ".jsonl", file, List.of("good", end, "good"));
  }

  private void json(String name, String value) {
    String file = "[" + GOOD + "," + value + "," + GOOD + "]";
    put(name + ".json", file, List.of("good", "MALFORMED_RECORD", "good"));
  }

  private void csv(String name, String cells, String end) {
    String file = "text\n" + Floods.ENGLISH + "\n" + cells + "\n" + Floods.ENGLISH + "\n";
    put(name + ".csv", file, List.of("good", end, "good"));
  }

  private void text(String name, String text, String end) {
    put(name + ".txt", text, List.of(end));
  }

  private void put(String name, String text, List<String> ends) {
    put(name, utf8(text), ends);
  }

  private void put(String name, byte[] bytes, List<String> ends) {
    files.put(name, new Hostile(bytes, ends));
  }

  private static String good(String more) {
    return "{\"text\":\"" + Floods.ENGLISH + more + "\"}";
  }

  private static String columns() {
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      columns.append(",c").append(i);
    }
    return columns.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
