package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.broadsheet.pipeline.HostileFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All hostile files in one folder, and two of a gigabyte, through {@code run} with a 1 GB heap. */
@Timeout(600)
class HostileIT {

  private static final long GIGABYTE = 1L << 30;

  @TempDir private static Path folder;
  private static final Map<String, List<String>> EXPECTED = new TreeMap<>();
  private static Path output;

  @BeforeAll
  static void runWithOneGigabyte() throws IOException, InterruptedException {
    Path input = Files.createDirectory(folder.resolve("in"));
    output = folder.resolve("out");
    for (Map.Entry<String, HostileFiles.Hostile> file : HostileFiles.all().entrySet()) {
      Files.write(input.resolve(file.getKey()), file.getValue().bytes());
      EXPECTED.put(file.getKey(), file.getValue().ends().stream().sorted().toList());
    }
    gigabyte(input.resolve("large.txt"), "TOO_LONG");
    gigabyte(input.resolve("large.json"), "TOO_LONG");
    titles(input.resolve("titles.jsonl.gz"));
    Processes.Ended ended =
        Processes.run(
            Processes.broadsheet(
                List.of("-Xmx1g"),
                "run",
                "--max-reject-ratio=1",
                "--input=" + input,
                "--output=" + output));
    assertEquals(0, ended.exitCode(), ended.out());
  }

  @Test
  void eachRecordEndsAsItMust() {
    Map<String, List<String>> ends = new HashMap<>();
    for (Row row : SharedSpark.rows(output, "articles")) {
      ends.computeIfAbsent(file(row), f -> new ArrayList<>()).add("good");
    }
    for (Row row : SharedSpark.rows(output, "rejects")) {
      ends.computeIfAbsent(file(row), f -> new ArrayList<>()).add(row.getAs("reason"));
    }
    ends.values().forEach(list -> list.sort(null));
    assertEquals(EXPECTED, new TreeMap<>(ends));
  }

  @Test
  void theOutputIsWhatItSays() throws IOException {
    assertEquals(List.of(), SharedSpark.failures(output));
  }

  private static String file(Row row) {
    String uri = row.getAs("source_uri");
    String name = uri.substring(uri.lastIndexOf('/') + 1);
    return name.contains("#") ? name.substring(0, name.indexOf('#')) : name;
  }

  /** A hole on most file systems, and NULs to the reader. */
  private static void gigabyte(Path file, String end) throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(GIGABYTE);
    }
    EXPECTED.put(file.getFileName().toString(), List.of(end));
  }

  /** More than the heap holds, of records that are short but for their titles. */
  private static void titles(Path file) throws IOException {
    StringBuilder title = new StringBuilder();
    while (title.length() < 14_000_000) {
      title.append("River talks ").append(title.length() / 64).append(' ');
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 80; i++) {
        String line = "{\"text\": \"A treaty.\", \"title\": \"%d %s\"}\n".formatted(i, title);
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    EXPECTED.put(file.getFileName().toString(), Collections.nCopies(80, "TOO_LONG"));
  }
}
