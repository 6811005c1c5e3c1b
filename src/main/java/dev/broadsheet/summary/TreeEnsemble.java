package dev.broadsheet.summary;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The sum of many small decision trees over a row of floats, taken in order, so that a row's score
 * is the same on every machine. Immutable, safe to share.
 *
 * <p>All trees are complete and of one depth: node {@code i} has the children {@code 2i + 1} and
 * {@code 2i + 2}. Going down is then arithmetic without a branch to mispredict.
 */
final class TreeEnsemble {

  /** Questions from root to leaf. */
  static final int DEPTH = 4;

  /** Leaves of a tree. */
  static final int LEAVES = 1 << DEPTH;

  /** Inner nodes of a tree. */
  static final int NODES = LEAVES - 1;

  /** Trees gone down side by side: a step waits for the one before it in its own tree only. */
  private static final int ABREAST = 4;

  /** No trees: every row's score is 0. */
  static final TreeEnsemble NONE = new TreeEnsemble(new byte[0], new float[0], new float[0]);

  private final byte[] features;
  private final float[] thresholds;
  private final float[] leaves;

  /**
   * Of each node the key of its threshold, and the number it asks for in the lowest byte. A tree
   * has {@link #LEAVES} places, of which the first is free: node {@code i} has the children {@code
   * 2i} and {@code 2i + 1} here.
   */
  private final long[] nodes;

  /** What the trees add, and some more that add nothing, to fill up the last {@link #ABREAST}. */
  private final float[] sums;

  /**
   * Takes the arrays as its own; trees lie one after another.
   *
   * @param features the number in a row that a node asks for
   * @param thresholds a row goes right whose number is above it
   * @param leaves what the trees add, from left to right
   */
  TreeEnsemble(byte[] features, float[] thresholds, float[] leaves) {
    this.features = features;
    this.thresholds = thresholds;
    this.leaves = leaves;
    int trees = (leaves.length / LEAVES + ABREAST - 1) / ABREAST * ABREAST;
    this.sums = Arrays.copyOf(leaves, trees * LEAVES);
    this.nodes = new long[trees * LEAVES];
    for (int i = 0; i < features.length; i++) {
      int place = i / NODES * LEAVES + i % NODES + 1;
      nodes[place] = ((long) key(thresholds[i]) << Byte.SIZE) | features[i];
    }
  }

  /** An int that orders as the float does. */
  static int key(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits ^ ((bits >> 31) & 0x7fffffff);
  }

  /**
   * The score of the row that begins at an offset; all its numbers are finite.
   *
   * @param keys scratch of the row's width
   */
  double score(float[] rows, int offset, long[] keys) {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) key(rows[offset + i]) << Byte.SIZE;
    }
    double sum = 0;
    for (int tree = 0; tree < sums.length; tree += ABREAST * LEAVES) {
      int a = 1;
      int b = 1;
      int c = 1;
      int d = 1;
      for (int level = 0; level < DEPTH; level++) {
        a = child(tree, a, keys);
        b = child(tree + LEAVES, b, keys);
        c = child(tree + 2 * LEAVES, c, keys);
        d = child(tree + 3 * LEAVES, d, keys);
      }
      sum += sums[tree + a - LEAVES];
      sum += sums[tree + b];
      sum += sums[tree + LEAVES + c];
      sum += sums[tree + 2 * LEAVES + d];
    }
    return sum;
  }

  /**
   * The sign bit of node less key says right: it is set just if the value is above the threshold,
   * as a node's lowest byte, its feature, is less than the next key is away.
   */
  private int child(int tree, int at, long[] keys) {
    long node = nodes[tree + at];
    return 2 * at + (int) ((node - keys[(int) node & 0xff]) >>> 63);
  }

  /**
   * These trees and one more, that adds a step function of one number of the row.
   *
   * @param steps {@link #NODES} bounds, ascending
   * @param values {@link #LEAVES} values between them
   */
  TreeEnsemble plus(int feature, float[] steps, float[] values) {
    byte[] moreFeatures = Arrays.copyOf(features, features.length + NODES);
    float[] moreThresholds = Arrays.copyOf(thresholds, thresholds.length + NODES);
    float[] moreLeaves = Arrays.copyOf(leaves, leaves.length + LEAVES);
    Arrays.fill(moreFeatures, features.length, moreFeatures.length, (byte) feature);
    System.arraycopy(values, 0, moreLeaves, leaves.length, LEAVES);
    for (int level = 0, node = 0; level < DEPTH; level++) {
      int stride = LEAVES >> level;
      for (int step = stride / 2 - 1; step < NODES; step += stride) {
        moreThresholds[thresholds.length + node++] = steps[step];
      }
    }
    return new TreeEnsemble(moreFeatures, moreThresholds, moreLeaves);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(features.length);
    out.write(features);
    writeFloats(out, thresholds);
    writeFloats(out, leaves);
  }

  static TreeEnsemble read(DataInputStream in) throws IOException {
    byte[] features = new byte[in.readInt()];
    in.readFully(features);
    return new TreeEnsemble(features, readFloats(in), readFloats(in));
  }

  static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  static float[] readFloats(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
