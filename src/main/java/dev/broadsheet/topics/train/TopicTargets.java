package dev.broadsheet.topics.train;

import java.util.Arrays;
import java.util.BitSet;

/** The examples that a fit sees of one topic. */
final class TopicTargets {

  private final int[] rows;
  private final BitSet positives;

  /**
   * Takes both as its own.
   *
   * @param rows of the matrix
   * @param positives the rows, of these and of others, that are on the topic
   */
  TopicTargets(int[] rows, BitSet positives) {
    this.rows = rows;
    this.positives = positives;
  }

  int size() {
    return rows.length;
  }

  /** The matrix's row of an example. */
  int row(int i) {
    return rows[i];
  }

  boolean isPositive(int i) {
    return positives.get(rows[i]);
  }

  boolean isMixed() {
    long yes = Arrays.stream(rows).filter(positives::get).count();
    return yes > 0 && yes < rows.length;
  }
}
