package dev.broadsheet.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  @TempDir private Path folder;

  /** A hundred documents on "x", of which a number are found. */
  private static TopicReport topics(int found) {
    TopicEvaluation evaluation = new TopicEvaluation();
    for (int i = 0; i < 100; i++) {
      Set<String> given = i < found ? Set.of("x") : Set.of();
      evaluation.add(new Judged("d" + i, "s", 9, Map.of("x", 0.5), given, Set.of("x")));
    }
    return evaluation.report();
  }

  private static SummaryReport summaries(String method, double rouge) {
    Interval score = new Interval(rouge, rouge - .01, rouge + .01);
    SummaryReport.Row row =
        new SummaryReport.Row(method, 50, score, score, score, score, score, score);
    return new SummaryReport("set", 10, "hash", List.of(row), null);
  }

  @Test
  void aReportIsNotWorseThanItself() {
    assertEquals(List.of(), Comparison.worse(topics(80), topics(80)));
  }

  @Test
  void aSmallLossIsNotClear() {
    assertEquals(List.of(), Comparison.worse(topics(78), topics(80)));
  }

  @Test
  void aGreatLossIsClearAndAGainIsNone() {
    List<String> worse = Comparison.worse(topics(50), topics(80));
    assertEquals(2, worse.size());
    assertTrue(worse.get(0).startsWith("micro-F1"), worse.get(0));
    assertEquals(List.of(), Comparison.worse(topics(80), topics(50)));
  }

  @Test
  void onlyOurOwnSummariesAreCompared() {
    SummaryReport before = summaries("broadsheet, 3 sentences", .30);
    assertEquals(3, Comparison.worse(summaries("broadsheet, 3 sentences", .28), before).size());
    assertEquals(List.of(), Comparison.worse(summaries("broadsheet, 3 sentences", .295), before));
    SummaryReport lead = summaries("lead, 3 sentences", .30);
    assertEquals(List.of(), Comparison.worse(summaries("lead, 3 sentences", .1), lead));
  }

  @Test
  void reportsOnOtherDocumentsAreNotCompared() {
    TopicEvaluation other = new TopicEvaluation();
    other.add(new Judged("other", "s", 9, Map.of("x", 0.5), Set.of("x"), Set.of("x")));
    assertThrows(
        IllegalArgumentException.class, () -> Comparison.worse(other.report(), topics(80)));
  }

  @Test
  void aReportReadsAsItWasWritten() throws IOException {
    Path file = folder.resolve("report.json");
    ReportFiles.write(topics(80), file);
    assertEquals(topics(80), ReportFiles.read(file, TopicReport.class));
    SummaryReport summaries = summaries("broadsheet, 3 sentences", .30);
    ReportFiles.write(summaries, file);
    assertEquals(summaries, ReportFiles.read(file, SummaryReport.class));
  }

  @Test
  void aFileThatIsNoReportIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("cut.json"), "{\"documents\": ");
    IOException error =
        assertThrows(IOException.class, () -> ReportFiles.read(file, TopicReport.class));
    assertTrue(error.getMessage().contains("cut.json"), error.getMessage());
  }
}
