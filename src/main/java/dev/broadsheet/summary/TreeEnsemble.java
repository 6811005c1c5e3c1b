package dev.broadsheet.summary;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The sum of many small decision trees over a row of floats, taken in order, so that a row's score
 * is the same on every machine. Immutable, safe to share.
 *
 * <p>The trees are oblivious: all nodes of a level ask the same question (Kohavi, "Bottom-Up
 * Induction of Oblivious Read-Once Decision Graphs", ECML 1994). So no question waits for the
 * answer to another, and a leaf's number is the answers side by side.
 */
final class TreeEnsemble {

  /** Questions of a tree. */
  static final int DEPTH = 5;

  /** Leaves of a tree. */
  static final int LEAVES = 1 << DEPTH;

  /** No trees: every row's score is 0. */
  static final TreeEnsemble NONE = new TreeEnsemble(new byte[0], new float[0], new float[0]);

  private final byte[] features;
  private final float[] thresholds;
  private final float[] leaves;

  /** Of each question the key of its threshold, and the number it asks for in the lowest byte. */
  private final long[] questions;

  /**
   * Takes the arrays as its own; trees lie one after another.
   *
   * @param features the number in a row that a question is of
   * @param thresholds the answer is yes if the number is above it
   * @param leaves what the trees add; the first question's answer is the highest bit of the place
   */
  TreeEnsemble(byte[] features, float[] thresholds, float[] leaves) {
    this.features = features;
    this.thresholds = thresholds;
    this.leaves = leaves;
    this.questions = new long[features.length];
    for (int i = 0; i < features.length; i++) {
      questions[i] = ((long) key(thresholds[i]) << Byte.SIZE) | features[i];
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
    int question = 0;
    for (int tree = 0; tree < leaves.length; tree += LEAVES) {
      int leaf = 0;
      for (int level = 0; level < DEPTH; level++) {
        leaf = 2 * leaf + answer(questions[question++], keys);
      }
      sum += leaves[tree + leaf];
    }
    return sum;
  }

  /**
   * The sign bit of question less key: it is set just if the value is above the threshold, as a
   * question's lowest byte, its feature, is less than the next key is away.
   */
  private static int answer(long question, long[] keys) {
    return (int) ((question - keys[(int) question & 0xff]) >>> 63);
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
