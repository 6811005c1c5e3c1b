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
  void aModelIsNotTrainedForAPlaceThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "");
    assertEnds(2, "is a file; give a folder", "train", "--input=a.jsonl", "--output=" + file);
  }

  @ParameterizedTest
  @CsvSource({"'', is empty", "{, line 1 is no JSON", "'{\"text\": \"a\"}', line 1: expected"})
  void summariesToEvaluateByAreCheckedLineByLine(String content, String problem)
      throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), content);
    assertEnds(1, file + " " + problem, "evaluate", "--task=summary", "--input=" + file);
  }
}
