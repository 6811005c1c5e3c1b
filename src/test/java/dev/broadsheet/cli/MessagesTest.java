package dev.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is said to a user who gives something wrong, as far as it is seen before Spark starts. */
class MessagesTest {

  @TempDir private Path folder;

  private record Ended(int exitCode, String err) {}

  private static Ended broadsheet(String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return new Ended(BroadsheetCommand.execute(arguments), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  private static void assertEnds(int exitCode, String message, String... arguments) {
    Ended ended = broadsheet(arguments);
    assertTrue(ended.err().contains(message), ended.err());
    assertEquals(exitCode, ended.exitCode(), ended.err());
  }

  @ParameterizedTest
  @CsvSource({"run", "train", "evaluate"})
  void anUnknownFieldOrFormatIsAUsageErrorThatNamesTheRightOnes(String command) {
    String[] formats = {command, "--input=a", "--output=b", "--format=docx"};
    String[] fields = {command, "--input=a", "--output=b", "--map=body=story"};
    if (command.equals("evaluate")) {
      formats[2] = fields[2] = "--task=topics";
    }
    assertEnds(2, "--format: There is no format \"docx\"; formats are text, jsonl", formats);
    assertEnds(2, "--map: The field map has no field \"body\"; fields are text, title", fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "sync",
        "history",
        "export",
        "forget",
        "maintain",
        "verify",
        "explain",
        "report",
        "train",
        "evaluate",
        "benchmark"
      })
  void helpIsPrintedWithoutAWarning(String command) {
    Ended ended = broadsheet(command, "--help");
    assertEquals("", ended.err());
    assertEquals(0, ended.exitCode());
  }

  @Test
  void aNumberOfTasksThatNoDriverCouldKeepIsRefused() {
    String[] arguments = {"run", "--input=a", "--output=b", "--partitions=2147483647"};
    assertEnds(2, "--partitions must be 0 to 100000.", arguments);
  }

  /** {@code --input} alone is refused for want of an output: what the file adds is seen by that. */
  @ParameterizedTest
  @ValueSource(
      strings = {"run --config=%s", "--verbose run --config=%s", "run --config=%s --verbose"})
  void aConfigurationCountsWhereverVerboseStands(String arguments) throws IOException {
    Path config = Files.writeString(folder.resolve("c.json"), "{\"input\": \"a\"}");
    assertEnds(2, "--output is missing", arguments.formatted(config).split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"input\": \"a\"} {\"mode\": \"append\"} | there is more after the object",
        "{\"input\": \"a\", \"input\": \"b\"} | Duplicate field 'input'",
        "{\"map\": %s1%s} | key 'map': its value is nested too deeply",
        "{\"map\": [1, 2]} | key 'map': expected a text, a number or true or false, not a list",
        "'' | expected one JSON object"
      })
  void aConfigurationThatIsNoSingleObjectIsRefusedByFileAndKey(String json, String problem)
      throws IOException {
    String nested = json.formatted("{\"a\":".repeat(10_000), "}".repeat(10_000));
    Path config = Files.writeString(folder.resolve("c.json"), nested);
    assertEnds(2, config + ": ", "run", "--config=" + config);
    assertEnds(2, problem, "run", "--config=" + config);
  }

  @Test
  void aFieldGivenTwiceIsRefused() {
    String[] arguments = {"run", "--input=a", "--output=b", "--map=text=a, text=b"};
    assertEnds(2, "--map: The field map gives the field \"text\" twice; give one", arguments);
  }

  @Test
  void aMasterThatIsNoneOrDoesNotAnswerIsNamed() {
    String[] run = {"run", "--input=a", "--output=b", "--master=spark://127.0.0.1:1"};
    assertEnds(1, "No master answers at spark://127.0.0.1:1.", run);
    run[3] = "--master=spark://nowhere";
    assertEnds(1, "--master spark://nowhere is none", run);
    run[3] = "--master=nonsense";
    assertEnds(1, "Spark cannot start with --master nonsense: Could not parse", run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "file/below"})
  void aFolderForTemporaryFilesThatCannotBeUsedIsNamed(String name) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    String before = System.setProperty("java.io.tmpdir", folder.resolve(name).toString());
    try {
      assertEnds(1, "temporary files, " + folder.resolve(name) + ", cannot", "verify", "o");
      assertTrue(broadsheet("verify", "o").err().contains("TMPDIR=/other"));
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
    assertTrue(Files.isRegularFile(file));
  }

  @Test
  void errorsOfJavaItselfAreOneLineAsWell() {
    CommandLine run = new CommandLine(new BroadsheetCommand()).getSubcommands().get("run");
    Explained explained = new Explained(run);
    Exception full = new IOException("write failed", new IOException("No space left on device"));
    assertTrue(explained.message(full).contains("no space left on the disk of"));
    assertTrue(explained.message(new OutOfMemoryError("heap")).contains("-Xmx4g"));
    run.getParent().parseArgs("run", "--master=spark://h:1");
    Exception lost = new IllegalStateException("LiveListenerBus is stopped.");
    assertTrue(explained.message(lost).startsWith("The master spark://h:1 does not answer."));
    Exception raw = new IllegalStateException("[A_B] java.io.IOException: broken\n\tat x");
    assertEquals("broken (IllegalStateException)", explained.message(raw));
  }

  @Test
  void explainTakesAFileAndNoFolder() {
    assertEnds(1, folder + " is no file; explain takes", "explain", folder.toString());
    assertEnds(1, "nowhere.txt does not exist.", "explain", "nowhere.txt");
  }

  @Test
  void explainNeedsASentenceAtLeast() {
    assertEnds(2, "must be 1 or more", "explain", "--summary-sentences=0", "a.txt");
  }

  @Test
  void aFolderThatIsNoModelIsSaidToBeNone() throws IOException {
    Path article = Files.writeString(folder.resolve("a.txt"), "A minister spoke.");
    assertEnds(
        1,
        "it has no card.json; give a directory that train wrote.\n",
        "explain",
        "--topics-model=" + folder,
        article.toString());
  }

  @Test
  void aLanguageWithoutNamesOfTopicsIsRefused() {
    String[] commands = {"run", "sync"};
    for (String command : commands) {
      assertEnds(
          2,
          "--topic-names: there are no names of topics in \"xx\"; there are some in en, ar, da, de",
          command,
          "--input=a",
          "--output=b",
          "--topic-names=xx");
    }
    assertEnds(2, "--topic-names: there are no names", "explain", "--topic-names=xx", "a.txt");
  }

  @Test
  void aModelIsNotTrainedForAPlaceThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "");
    assertEnds(2, "is a file; give a folder", "train", "--input=a.jsonl", "--output=" + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--plan=plan.json", "--task=summary"})
  void theDefaultTopicsAreAStartForOnesOwnLabelsAlone(String other) {
    String output = "--output=" + folder.resolve("model");
    assertEnds(2, "--with-default-topics is for", "train", "--with-default-topics", other, output);
  }

  @ParameterizedTest
  @CsvSource({"'', is empty", "{, line 1 is no JSON", "'{\"text\": \"a\"}', line 1: expected"})
  void summariesToEvaluateByAreCheckedLineByLine(String content, String problem)
      throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), content);
    assertEnds(1, file + " " + problem, "evaluate", "--task=summary", "--input=" + file);
  }
}
