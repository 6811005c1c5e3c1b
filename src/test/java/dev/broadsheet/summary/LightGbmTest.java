package dev.broadsheet.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LightGbmTest {

  /** Two trees: one with three leaves, one that never parted. */
  private static final String MODEL =
      """
      tree
      Tree=0
      num_leaves=3
      split_feature=1 0
      threshold=0.5 -2
      left_child=1 -1
      right_child=-2 -3
      leaf_value=1 2 4

      Tree=1
      num_leaves=1
      leaf_value=8

      end of trees
      """;

  private final TreeEnsemble trees = LightGbm.parse(MODEL);

  @Test
  void aRowGoesLeftUpToTheThresholdAndRightAboveIt() {
    assertEquals(2 + 8, score(0, 0.6f));
    assertEquals(1 + 8, score(-2, 0.5f));
    assertEquals(4 + 8, score(-1.9f, 0.5f));
  }

  @Test
  void aRowIsReadFromItsOffset() {
    assertEquals(2 + 8, trees.score(new float[] {7, 7, 0, 0.6f}, 2, new long[2]));
  }

  @Test
  void aStepFunctionAddsItsValueBetweenTwoSteps() {
    float[] steps = new float[TreeEnsemble.NODES];
    float[] values = new float[TreeEnsemble.LEAVES];
    for (int i = 0; i < TreeEnsemble.LEAVES; i++) {
      values[i] = i * i;
      steps[Math.min(i, TreeEnsemble.NODES - 1)] = Math.min(i, TreeEnsemble.NODES - 1) + 0.5f;
    }
    TreeEnsemble more = TreeEnsemble.NONE.plus(1, steps, values);
    for (int i = 0; i < TreeEnsemble.LEAVES; i++) {
      assertEquals(i * i, more.score(new float[] {9, i}, 0, new long[2]));
    }
  }

  private double score(float... row) {
    return trees.score(row, 0, new long[row.length]);
  }
}
