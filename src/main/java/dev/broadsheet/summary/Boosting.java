package dev.broadsheet.summary;

import java.util.Arrays;
import java.util.Random;

/**
 * Grows the trees of a {@link TreeEnsemble} by gradient boosting: each tree is a Newton step of the
 * loss (Chen and Guestrin, "XGBoost: A Scalable Tree Boosting System", KDD 2016), and each level
 * asks the one question that parts the rows best in all its nodes together (as in Prokhorenkova et
 * al., "CatBoost: unbiased boosting with categorical features", NeurIPS 2018). One thread; the same
 * rows give the same trees on every machine.
 */
final class Boosting {

  /** What the trees make small. */
  enum Loss {
    /** Labels are 0 or 1; scores are log-odds. */
    LOGISTIC,
    /** The square of what scores and labels are apart. */
    SQUARED
  }

  private static final long SEED = 1;

  /** The share of the columns that a tree may ask about. */
  private static final double COLUMN_SHARE = 0.5;

  /** How far a tree goes towards what would be best for its leaves. */
  private static final double RATE = 0.2;

  /** What a leaf's curvature is taken to be more than it is, so that small leaves say little. */
  private static final double PENALTY = 20;

  private static final double SMALLEST_SHARE = 1e-6;

  private final Loss loss;
  private final BinnedColumn[] columns;
  private final float[] labels;
  private final double[] scores;
  private final double[] slopes;
  private final double[] curvatures;

  /** By row: its node in the level that is being grown, then its leaf. */
  private final byte[] nodes;

  private final SplitSearch search = new SplitSearch(PENALTY);
  private final Random random = new Random(SEED);

  private Boosting(Rows rows, Loss loss) {
    this.loss = loss;
    this.columns = new BinnedColumn[rows.width()];
    Arrays.setAll(columns, i -> BinnedColumn.of(rows, i));
    this.labels = rows.labels();
    this.scores = new double[rows.count()];
    this.slopes = new double[rows.count()];
    this.curvatures = new double[rows.count()];
    this.nodes = new byte[rows.count()];
  }

  /**
   * Grows trees.
   *
   * @throws IllegalStateException if there are no rows
   */
  static TreeEnsemble grow(Rows rows, Loss loss, int trees) {
    if (rows.count() == 0) {
      throw new IllegalStateException(
          "There is nothing to learn from: give articles of several sentences each.");
    }
    Boosting boosting = new Boosting(rows, loss);
    byte[] features = new byte[trees * TreeEnsemble.DEPTH];
    float[] thresholds = new float[trees * TreeEnsemble.DEPTH];
    float[] leaves = new float[trees * TreeEnsemble.LEAVES];
    Arrays.fill(leaves, 0, Math.min(leaves.length, TreeEnsemble.LEAVES), boosting.start());
    for (int tree = 0; tree < trees; tree++) {
      boosting.differentiate();
      boosting.growTree(tree * TreeEnsemble.DEPTH, features, thresholds);
      boosting.addLeaves(tree * TreeEnsemble.LEAVES, leaves);
    }
    return new TreeEnsemble(features, thresholds, leaves);
  }

  /** The best score that is the same for all rows; finite, even if all labels are alike. */
  private float start() {
    double mean = 0;
    for (float label : labels) {
      mean += label / labels.length;
    }
    double share = Math.max(SMALLEST_SHARE, Math.min(mean, 1 - SMALLEST_SHARE));
    float start = (float) (loss == Loss.LOGISTIC ? StrictMath.log(share / (1 - share)) : mean);
    Arrays.fill(scores, start);
    return start;
  }

  /** Slope and curvature of each row's loss, the slope downwards. */
  private void differentiate() {
    boolean isLogistic = loss == Loss.LOGISTIC;
    for (int i = 0; i < scores.length; i++) {
      double expected = isLogistic ? 1 / (1 + StrictMath.exp(-scores[i])) : scores[i];
      slopes[i] = labels[i] - expected;
      curvatures[i] = isLogistic ? expected * (1 - expected) : 1;
    }
  }

  private void growTree(int begin, byte[] features, float[] thresholds) {
    Arrays.fill(nodes, (byte) 0);
    boolean[] allowed = someColumns();
    for (int level = 0; level < TreeEnsemble.DEPTH; level++) {
      search.start(slopes, curvatures, nodes, 1 << level);
      for (int column = 0; column < columns.length; column++) {
        if (allowed[column]) {
          search.tryColumn(column, columns[column]);
        }
      }
      features[begin + level] = (byte) search.column();
      thresholds[begin + level] = columns[search.column()].thresholds()[search.bin()];
      goDown(columns[search.column()].bins(), search.bin());
    }
  }

  private void goDown(byte[] bins, int lastLeft) {
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = (byte) (2 * nodes[i] + (bins[i] > lastLeft ? 1 : 0));
    }
  }

  private boolean[] someColumns() {
    boolean[] some = new boolean[columns.length];
    int left = (int) Math.ceil(COLUMN_SHARE * columns.length);
    while (left > 0) {
      int column = random.nextInt(columns.length);
      left -= some[column] ? 0 : 1;
      some[column] = true;
    }
    return some;
  }

  /** Adds what is best for each leaf to the leaves, and to the scores of their rows. */
  private void addLeaves(int begin, float[] leaves) {
    double[] slope = new double[TreeEnsemble.LEAVES];
    double[] curvature = new double[TreeEnsemble.LEAVES];
    for (int i = 0; i < nodes.length; i++) {
      slope[nodes[i]] += slopes[i];
      curvature[nodes[i]] += curvatures[i];
    }
    float[] steps = new float[TreeEnsemble.LEAVES];
    for (int leaf = 0; leaf < steps.length; leaf++) {
      steps[leaf] = (float) (RATE * slope[leaf] / (curvature[leaf] + PENALTY));
      leaves[begin + leaf] += steps[leaf];
    }
    for (int i = 0; i < nodes.length; i++) {
      scores[i] += steps[nodes[i]];
    }
  }
}
