package dev.broadsheet.topics.train;

import java.util.Arrays;

/** The values of some columns, the others being 0, by ascending column. Immutable. */
final class SparseVector {

  private final int[] columns;
  private final float[] values;

  /** Takes the arrays as its own. */
  SparseVector(int[] columns, float[] values) {
    this.columns = columns;
    this.values = values;
  }

  int size() {
    return columns.length;
  }

  int column(int i) {
    return columns[i];
  }

  float value(int i) {
    return values[i];
  }

  /**
   * This vector and another one in the columns after it.
   *
   * @param column where the other's first column comes to stand
   * @param factor of the other's values
   */
  SparseVector and(SparseVector other, int column, float factor) {
    int[] allColumns = Arrays.copyOf(columns, size() + other.size());
    float[] allValues = Arrays.copyOf(values, allColumns.length);
    for (int i = 0; i < other.size(); i++) {
      allColumns[size() + i] = column + other.column(i);
      allValues[size() + i] = factor * other.value(i);
    }
    return new SparseVector(allColumns, allValues);
  }
}
