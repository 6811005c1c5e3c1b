package dev.broadsheet.topics.train;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The values of some columns, the others being 0, by ascending column. Immutable. */
final class SparseVector {

  private final int[] columns;
  private final float[] values;

  /** All columns of an array, from 0. */
  static SparseVector of(float[] values) {
    return new SparseVector(IntStream.range(0, values.length).toArray(), values);
  }

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

  /** Adds the table's rows of this vector's columns, each times its value, to the sums. */
  void addRows(float[][] table, float[] sums) {
    for (int i = 0; i < columns.length; i++) {
      add(sums, table[columns[i]], values[i]);
    }
  }

  /** Adds what is given, times each column's value and a factor, to the table's row of it. */
  void addToRows(float[][] table, float[] given, float factor) {
    for (int i = 0; i < columns.length; i++) {
      add(table[columns[i]], given, factor * values[i]);
    }
  }

  /** One array at a place of its own, or the loop is not made one over vectors. */
  private static void add(float[] sums, float[] values, float factor) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * values[i];
    }
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
