package dev.broadsheet.evaluate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reports as JSON files. */
public final class ReportFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final ObjectMapper LINES =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** A document's line of {@link #writeScores}. */
  private record Scores(
      String id, Map<String, Double> probabilities, List<String> given, List<String> truth) {}

  private ReportFiles() {}

  /** Writes a {@link TopicReport} or {@link SummaryReport}. */
  public static void write(Object report, Path file) throws IOException {
    JSON.writeValue(file.toFile(), report);
  }

  /** Writes a line for each document: id, probabilities by code, topics given and topics it has. */
  public static void writeScores(List<Judged> documents, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Judged document : documents) {
        Scores scores =
            new Scores(
                document.id(),
                document.probabilities(),
                document.given().stream().sorted().toList(),
                document.truth().stream().sorted().toList());
        out.write(LINES.writeValueAsString(scores));
        out.write('\n');
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException naming the file if it is no such report
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return JSON.readValue(file.toFile(), type);
    } catch (JacksonException e) {
      throw new IOException(file + " is no report of evaluate: " + e.getOriginalMessage(), e);
    }
  }
}
