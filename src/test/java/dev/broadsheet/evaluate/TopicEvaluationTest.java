package dev.broadsheet.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicEvaluationTest {

  @Test
  void scoresAreThoseOfTheTextbook() {
    TopicEvaluation evaluation = new TopicEvaluation();
    evaluation.add(judged("a", Map.of("x", 0.9, "y", 0.2), Set.of("x"), Set.of("x")));
    evaluation.add(judged("b", Map.of("x", 0.8, "y", 0.6), Set.of("x", "y"), Set.of("y")));
    evaluation.add(judged("c", Map.of("x", 0.4, "y", 0.1), Set.of(), Set.of("x")));
    TopicReport report = evaluation.report();
    assertEquals(2.0 / 3, report.micro().f1(), 1e-12);
    assertEquals((0.5 + 1) / 2, report.macroF1(), 1e-12);
    assertEquals(((1 + 2.0 / 3) / 2 + 1) / 2, report.macroAveragePrecision(), 1e-12);
    assertEquals((.01 + .04 + .64 + .16 + .36 + .01) / 6, report.brier(), 1e-12);
    assertEquals((.1 + .2 + .8 + .4 + .6 + .1) / 6, report.expectedCalibrationError(), 0.07);
  }

  @Test
  void tiesInARankingDoNotDependOnOrder() {
    double[] scores = {0.5, 0.5, 0.5, 0.1};
    assertEquals(1.0 / 3, AveragePrecision.of(scores, new boolean[] {true, false, false, false}));
    assertEquals(1.0 / 3, AveragePrecision.of(scores, new boolean[] {false, false, true, false}));
  }

  @Test
  void mergedPartsReportAsTheWhole() {
    Random random = new Random(3);
    TopicEvaluation whole = new TopicEvaluation();
    TopicEvaluation odd = new TopicEvaluation();
    TopicEvaluation even = new TopicEvaluation();
    for (int i = 0; i < 300; i++) {
      double p = random.nextDouble();
      Set<String> truth = random.nextDouble() < p ? Set.of("x") : Set.of();
      Judged document = judged("d" + i, Map.of("x", p), p > .5 ? Set.of("x") : Set.of(), truth);
      whole.add(document);
      (i % 2 == 0 ? even : odd).add(document);
    }
    odd.merge(even);
    assertEquals(whole.report(), odd.report());
    assertTrue(whole.report().expectedCalibrationError() < 0.08);
    assertTrue(whole.report().microF1Interval().low() < whole.report().micro().f1());
    assertTrue(whole.report().microF1Interval().high() > whole.report().micro().f1());
  }

  @Test
  void topicsOfWhichNothingIsKnownAreNotJudged() {
    TopicEvaluation evaluation = new TopicEvaluation();
    evaluation.add(new Judged("a", "s", 9, Map.of("x", .9), Set.of("x"), Set.of("x"), Set.of("x")));
    evaluation.add(
        new Judged("b", "s", 9, Map.of("y", .1), Set.of(), Set.of("y"), Set.of("y", "z")));
    TopicReport report = evaluation.report();
    assertEquals(3, report.judgements());
    assertEquals(List.of("x", "y"), report.topics().stream().map(TopicReport.Topic::code).toList());
    assertEquals(1, report.topics().get(0).scores().f1());
    assertEquals(1, report.topics().get(1).averagePrecision());
  }

  @Test
  void slicesAreReportsOfTheirDocuments() {
    TopicEvaluation evaluation = new TopicEvaluation();
    evaluation.add(new Judged("a", "left", 50, Map.of("x", .9), Set.of("x"), Set.of("x")));
    evaluation.add(new Judged("b", "left", 400, Map.of("x", .1), Set.of(), Set.of("x")));
    evaluation.add(new Judged("c", "right", 400, Map.of("x", .9), Set.of("x"), Set.of("x")));
    TopicReport report = evaluation.report();
    assertEquals(List.of("left", "right"), names(report.sources()));
    assertEquals(List.of("1- 99 words", "300-599 words"), names(report.lengths()));
    assertEquals(.5, report.sources().get(0).micro().recall());
    assertEquals(1, report.sources().get(1).micro().recall());
  }

  @Test
  void confusionsNameTheSurestMistakesFirst() {
    TopicEvaluation evaluation = new TopicEvaluation();
    evaluation.add(judged("a", Map.of("x", .6, "y", .5), Set.of("x"), Set.of("y")));
    evaluation.add(judged("b", Map.of("x", .9, "y", .1), Set.of("x"), Set.of("y")));
    evaluation.add(judged("c", Map.of("x", .9, "y", .9), Set.of("x", "y"), Set.of("y")));
    evaluation.add(judged("d", Map.of("x", .9), Set.of("x"), Set.of("x")));
    assertEquals(
        List.of(
            new Confusions.Confusion("y", "x", 2, List.of("b", "a")),
            new Confusions.Confusion(null, "x", 1, List.of("c"))),
        evaluation.report().confusions());
  }

  @Test
  void theTableNamesTopicsAndConfusions() {
    TopicEvaluation evaluation = new TopicEvaluation();
    evaluation.add(judged("a", Map.of("x", .6, "y", .5), Set.of("x"), Set.of("y")));
    String table = TopicTable.of(evaluation.report(), code -> "topic " + code);
    assertTrue(table.contains("topic y -> topic x: a"), table);
    assertTrue(table.contains("micro-F1 0.000"), table);
  }

  @Test
  void withoutAnyDocumentThereIsNoReport() {
    assertThrows(IllegalArgumentException.class, () -> new TopicEvaluation().report());
  }

  private static List<String> names(List<TopicReport.Slice> slices) {
    return slices.stream().map(TopicReport.Slice::name).toList();
  }

  private static Judged judged(
      String id, Map<String, Double> probabilities, Set<String> given, Set<String> truth) {
    return new Judged(id, "test", 10, probabilities, given, truth);
  }
}
