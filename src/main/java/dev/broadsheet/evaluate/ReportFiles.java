package dev.broadsheet.evaluate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Reports as JSON files. */
public final class ReportFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ReportFiles() {}

  /** Writes a {@link TopicReport} or {@link SummaryReport}. */
  public static void write(Object report, Path file) throws IOException {
    JSON.writeValue(file.toFile(), report);
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
