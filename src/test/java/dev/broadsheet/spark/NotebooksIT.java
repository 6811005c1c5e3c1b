package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The notebooks, run from top to bottom. Skipped where Python's tools are missing, unless the
 * environment variable {@code BROADSHEET_NOTEBOOKS} is {@code required}, as {@code .ci/run} says.
 */
@Timeout(600)
class NotebooksIT {

  private static final Path NOTEBOOKS = Path.of("notebooks");
  private static final Duration BAR = Duration.ofMinutes(2);
  private static final String IMPORTS =
      "import nbconvert, ipykernel, pandas, matplotlib; import sys; sys.path.insert(0, 'notebooks');"
          + " import reading; reading.engine()";
  private static final String MISSING =
      "The notebooks need: apt-get install jupyter-nbconvert python3-ipykernel python3-pandas"
          + " python3-matplotlib python3-jpype. Without them: ";

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;
  private static String python;

  static Stream<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      return files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList().stream();
    }
  }

  @BeforeAll
  static void findPythonAndRunTheSample() throws IOException, InterruptedException {
    python = "python3";
    Processes.Ended found = python("-c", IMPORTS);
    if (found.exitCode() != 0) { // a Python of the user's own may hide the system's
      python = "/usr/bin/python3";
      found = python("-c", IMPORTS);
    }
    boolean isRequired = "required".equals(System.getenv("BROADSHEET_NOTEBOOKS"));
    assertTrue(found.exitCode() == 0 || !isRequired, MISSING + found.out());
    assumeTrue(found.exitCode() == 0, MISSING + found.out());
    String out = folder.resolve("out").toString();
    Processes.Ended run =
        Processes.run(
            Processes.broadsheet(List.of(), "run", "--input=data/sample", "--output=" + out));
    assertEquals(0, run.exitCode(), run.out());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void aNotebookRunsFromTopToBottomInTwoMinutesAndDraws(Path notebook)
      throws IOException, InterruptedException {
    Instant start = Instant.now();
    Processes.Ended ended = execute(notebook, folder);
    Duration taken = Duration.between(start, Instant.now());
    assertEquals(0, ended.exitCode(), ended.out());
    JsonNode cells = JSON.readTree(folder.resolve(notebook.getFileName()).toFile()).path("cells");
    assertTrue(pictures(cells) >= 3, notebook + " drew " + pictures(cells) + " pictures");
    assertTrue(taken.compareTo(BAR) < 0, notebook + " took " + taken);
  }

  @Test
  void aCellThatFailsFailsTheNotebook() throws IOException, InterruptedException {
    String broken =
        Files.readString(NOTEBOOKS.resolve("01_first_look.ipynb"))
            .replace("import charts\\n", "1 / 0\\nimport charts\\n");
    Path notebook = Files.writeString(folder.resolve("broken.ipynb"), broken);
    Processes.Ended ended = execute(notebook, Files.createDirectory(folder.resolve("elsewhere")));
    assertNotEquals(0, ended.exitCode());
    assertTrue(ended.out().contains("ZeroDivisionError"), ended.out());
  }

  @Test
  void aMissingOutputIsSaidWithWhatToDo() throws IOException, InterruptedException {
    Processes.Ended ended =
        python(
            "-c",
            "import sys; sys.path.insert(0, 'notebooks'); import reading;"
                + " reading.read('articles', 'title', out='nowhere')");
    assertTrue(
        ended.out().contains("No Parquet in nowhere/articles. Make an output with"), ended.out());
  }

  @Test
  void theExamplesInTheCountingModuleAreTrue() throws IOException, InterruptedException {
    Processes.Ended ended = python("-m", "doctest", "notebooks/counting.py");
    assertEquals(0, ended.exitCode(), ended.out());
  }

  private static Processes.Ended execute(Path notebook, Path to)
      throws IOException, InterruptedException {
    return python(
        "-m",
        "nbconvert",
        "--to=notebook",
        "--execute",
        "--ExecutePreprocessor.timeout=120",
        "--output-dir=" + to,
        notebook.toString());
  }

  private static Processes.Ended python(String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(python), Stream.of(arguments)).toList());
    Path driver =
        Path.of(DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    builder
        .environment()
        .putAll(
            Map.of(
                "BROADSHEET_OUT", folder.resolve("out").toString(),
                "DUCKDB_JAR", driver.toString(),
                "PYTHONDONTWRITEBYTECODE", "1"));
    return Processes.run(builder);
  }

  private static long pictures(JsonNode cells) {
    return cells.findValues("image/png").size();
  }
}
