package dev.broadsheet.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private static Judged judged(
      String id, Map<String, Double> probabilities, Set<String> given, Set<String> truth) {
    return new Judged(id, "test", 10, probabilities, given, truth);
  }
}
