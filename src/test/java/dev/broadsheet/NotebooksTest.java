package dev.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks as they are kept; {@code spark.NotebooksIT} runs them. */
class NotebooksTest {

  private static final JsonMapper JSON = new JsonMapper();

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void aNotebookIsKeptWithoutOutputs(Path notebook) throws IOException {
    JsonNode cells = JSON.readTree(notebook.toFile()).path("cells");
    assertFalse(cells.isEmpty());
    assertEquals(
        List.of(),
        StreamSupport.stream(cells.spliterator(), false).filter(NotebooksTest::wasRun).toList(),
        notebook + ": run jupyter nbconvert --clear-output --inplace on it");
  }

  private static boolean wasRun(JsonNode cell) {
    return !cell.path("outputs").isEmpty() || cell.path("execution_count").isNumber();
  }

  @Test
  void aCellWithAnOutputWouldBeSeen() throws IOException {
    assertTrue(wasRun(JSON.readTree("{\"outputs\": [{\"name\": \"stdout\"}]}")));
    assertTrue(wasRun(JSON.readTree("{\"outputs\": [], \"execution_count\": 3}")));
    assertFalse(wasRun(JSON.readTree("{\"outputs\": [], \"execution_count\": null}")));
  }
}
