package dev.broadsheet.summary;

import static dev.broadsheet.summary.TreeEnsembleTest.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.summary.Boosting.Loss;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BoostingTest {

  private static final int WIDTH = 6;
  private static final int COUNT = 5000;

  private final Random random = new Random(8);

  @Test
  void treesComeNearAFunctionWhoseTwoNumbersOnlyTellTogether() {
    ToDoubleFunction<float[]> exclusiveOr = row -> row[1] > 0.2 ^ row[4] > -0.3 ? 3 : -1;
    TreeEnsemble trees = Boosting.grow(rows(exclusiveOr), Loss.SQUARED, 60);
    double error = 0;
    for (int i = 0; i < COUNT; i++) {
      float[] row = row();
      error += Math.abs(score(trees, row) - exclusiveOr.applyAsDouble(row)) / COUNT;
    }
    assertTrue(error < 0.25, "mean error " + error);
  }

  @Test
  void logOddsOfALogisticLossGiveTheShareOfTheLabels() {
    ToDoubleFunction<float[]> often = row -> random.nextDouble() < (row[2] > 0 ? 0.8 : 0.1) ? 1 : 0;
    TreeEnsemble trees = Boosting.grow(rows(often), Loss.LOGISTIC, 60);
    double above = 0;
    double below = 0;
    for (int i = 0; i < COUNT; i++) {
      float[] row = row();
      double share = 1 / (1 + Math.exp(-score(trees, row)));
      above += row[2] > 0 ? share : 0;
      below += row[2] > 0 ? 0 : share;
    }
    assertEquals(0.8, above / (COUNT / 2.0), 0.05);
    assertEquals(0.1, below / (COUNT / 2.0), 0.05);
  }

  @Test
  void rowsAllAlikeGetTheMeanOfTheirLabels() {
    Rows rows = new Rows(2);
    for (int i = 0; i < 90; i++) {
      rows.add(new float[] {5, 7}, 0, i % 3);
    }
    assertEquals(1, score(Boosting.grow(rows, Loss.SQUARED, 4), 5, 7), 1e-5);
  }

  @Test
  void labelsAllAlikeGiveAFiniteScore() {
    double never = score(Boosting.grow(rows(row -> 0), Loss.LOGISTIC, 4), row());
    assertTrue(never < -10 && never > -100, "log-odds " + never);
  }

  @Test
  void noRowsAreRefused() {
    Rows none = new Rows(2);
    assertThrows(IllegalStateException.class, () -> Boosting.grow(none, Loss.SQUARED, 4));
  }

  private Rows rows(ToDoubleFunction<float[]> label) {
    Rows rows = new Rows(WIDTH);
    for (int i = 0; i < COUNT; i++) {
      float[] row = row();
      rows.add(row, 0, (float) label.applyAsDouble(row));
    }
    return rows;
  }

  private float[] row() {
    float[] row = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      row[i] = (float) random.nextGaussian();
    }
    return row;
  }
}
