package dev.broadsheet.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeEnsembleTest {

  private static final int WIDTH = 7;
  private static final int TREES = 6;

  private final Random random = new Random(3);

  @Test
  void aRowIsLeftUpToTheThresholdAndRightAboveIt() {
    TreeEnsemble one = oneQuestion(1, -0.5f, 4, 9);
    assertEquals(4, score(one, 7, -0.5f));
    assertEquals(9, score(one, 7, Math.nextUp(-0.5f)));
    assertEquals(4, score(one, 7, -1e30f));
    assertEquals(9, score(one, 7, 0));
  }

  @Test
  void aRowIsReadFromItsOffset() {
    TreeEnsemble one = oneQuestion(1, 0.5f, 4, 9);
    assertEquals(9, one.score(new float[] {0, 0, 0, 0.6f}, 2, new long[2]));
  }

  @Test
  void aScoreIsTheSumOfTheLeavesThatTheAnswersLeadTo() {
    byte[] features = new byte[TREES * TreeEnsemble.DEPTH];
    float[] thresholds = floats(features.length);
    float[] leaves = floats(TREES * TreeEnsemble.LEAVES);
    for (int i = 0; i < features.length; i++) {
      features[i] = (byte) random.nextInt(WIDTH);
    }
    TreeEnsemble trees = new TreeEnsemble(features.clone(), thresholds.clone(), leaves.clone());
    for (int i = 0; i < 1000; i++) {
      float[] row = floats(WIDTH);
      row[i % WIDTH] = thresholds[i % thresholds.length];
      assertEquals(walk(features, thresholds, leaves, row), score(trees, row));
    }
  }

  private static double walk(byte[] features, float[] thresholds, float[] leaves, float[] row) {
    double sum = 0;
    for (int tree = 0; tree < TREES; tree++) {
      int begin = 0;
      int size = TreeEnsemble.LEAVES;
      for (int level = 0; level < TreeEnsemble.DEPTH; level++) {
        int question = tree * TreeEnsemble.DEPTH + level;
        size /= 2;
        begin += row[features[question]] > thresholds[question] ? size : 0;
      }
      sum += leaves[tree * TreeEnsemble.LEAVES + begin];
    }
    return sum;
  }

  /** A tree that asks the same at all levels. */
  private static TreeEnsemble oneQuestion(int feature, float threshold, float no, float yes) {
    byte[] features = new byte[TreeEnsemble.DEPTH];
    Arrays.fill(features, (byte) feature);
    float[] thresholds = new float[TreeEnsemble.DEPTH];
    Arrays.fill(thresholds, threshold);
    float[] leaves = new float[TreeEnsemble.LEAVES];
    leaves[0] = no;
    leaves[TreeEnsemble.LEAVES - 1] = yes;
    return new TreeEnsemble(features, thresholds, leaves);
  }

  private float[] floats(int count) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }

  /** The score of one row. */
  static double score(TreeEnsemble trees, float... row) {
    return trees.score(row, 0, new long[row.length]);
  }
}
