package dev.broadsheet.topics.train;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The values of some columns, the others being 0, by ascending column. Immutable. */
final class SparseVector implements Serializable {

  private static final long serialVersionUID = 1;

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

  /** The values divided by the vector's length. */
  static SparseVector ofLengthOne(int[] columns, double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    float[] divided = new float[values.length];
    for (int i = 0; i < divided.length; i++) {
      divided[i] = (float) (values[i] / length);
    }
    return new SparseVector(columns, divided);
  }

  /** The columns below this one, as a vector of length one. */
  SparseVector below(int column) {
    int end = Arrays.binarySearch(columns, column);
    int size = end < 0 ? -end - 1 : end;
    double[] first = new double[size];
    Arrays.setAll(first, i -> values[i]);
    return size == columns.length ? this : ofLengthOne(Arrays.copyOf(columns, size), first);
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

  /** The sum of the values, each times the weight of its column. */
  double product(float[] weights) {
    double sum = 0;
    for (int i = 0; i < columns.length; i++) {
      sum += weights[columns[i]] * values[i];
    }
    return sum;
  }

  /** Adds the values, each times a factor and the scale of its column, to the weights. */
  void addTo(float[] weights, float factor, float[] scales) {
    for (int i = 0; i < columns.length; i++) {
      weights[columns[i]] += factor * scales[columns[i]] * values[i];
    }
  }

  /** Counts the vector's columns. */
  void count(int[] counts) {
    for (int column : columns) {
      counts[column]++;
    }
  }

  /** The squared length, where each column's square is scaled. */
  double squares(float[] scales) {
    double sum = 0;
    for (int i = 0; i < columns.length; i++) {
      sum += (double) values[i] * values[i] * scales[columns[i]];
    }
    return sum;
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
