package dev.broadsheet.segment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The real texts of ../shared/data: every title, text and summary of every set. */
public final class RealTexts {

  private static final Path DATA = Path.of("../shared/data");
  private static final ObjectMapper JSON = new ObjectMapper();

  private RealTexts() {}

  /**
   * Gives every {@code step}-th text, in the same order always; skips the test if there are none.
   *
   * @return how many were given
   */
  public static int forEach(int step, Consumer<String> test) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "No real texts: " + DATA + " is absent.");
    int[] seen = {0};
    for (Path file : files()) {
      read(
          file,
          text -> {
            if (seen[0]++ % step == 0) {
              test.accept(text);
            }
          });
    }
    return (seen[0] + step - 1) / step;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(DATA)) {
      return files.filter(file -> file.toString().matches(".*\\.json(l\\.gz)?")).sorted().toList();
    }
  }

  /** All strings with a space: what has none is a name of something. */
  private static void read(Path file, Consumer<String> test) throws IOException {
    try (InputStream in = open(file);
        JsonParser json = JSON.createParser(in)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING && json.getText().contains(" ")) {
          test.accept(json.getText());
        }
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
