package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All examples' TF-IDF values; column = the term's place in the selection + 1, as the solver
 * counts, so that the commonest terms come first. Twelve bytes a value; read by all fits, changed
 * by none.
 */
final class SparseMatrix implements Serializable {

  private static final long serialVersionUID = 3;

  private final int columns;

  /** Ascending in each row. */
  private final int[][] indexes;

  /** Of length one in each row. */
  private final double[][] values;

  /** Of whole documents. */
  SparseMatrix(List<Example> examples, TermSelection selection) {
    this(examples, Example::words, selection);
  }

  /** Of a part of each document. */
  SparseMatrix(
      List<Example> examples, Function<Example, TermCounts> part, TermSelection selection) {
    Map<Long, Integer> places = places(selection);
    columns = places.size();
    indexes = new int[examples.size()][];
    values = new double[examples.size()][];
    for (int i = 0; i < indexes.length; i++) {
      fill(i, part.apply(examples.get(i)), places, selection);
    }
  }

  /** The columns of terms. */
  private static Map<Long, Integer> places(TermSelection selection) {
    Map<Long, Integer> places = new HashMap<>();
    for (Long term : selection.terms()) {
      places.put(term, places.size() + 1);
    }
    return places;
  }

  /** The number of terms. */
  int columns() {
    return columns;
  }

  /** The number of examples. */
  int rows() {
    return indexes.length;
  }

  /**
   * An example as a vector of length one, as the classifier will see it, and a constant 1 for the
   * bias in column {@code columns + 1}.
   *
   * @param columns of these commonest terms alone
   */
  Feature[] row(int example, int columns) {
    int[] index = indexes[example];
    int size = Arrays.binarySearch(index, columns + 1);
    size = size < 0 ? -size - 1 : size;
    double length = size == index.length ? 1 : length(values[example], size);
    Feature[] row = new Feature[size + 1];
    for (int i = 0; i < size; i++) {
      row[i] = new FeatureNode(index[i], values[example][i] / length);
    }
    row[size] = new FeatureNode(columns + 1, 1);
    return row;
  }

  /** An example as a vector of all terms, its columns counted from 0. */
  SparseVector vector(int example) {
    int[] index = new int[indexes[example].length];
    float[] value = new float[index.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = indexes[example][i] - 1;
      value[i] = (float) values[example][i];
    }
    return new SparseVector(index, value);
  }

  private void fill(
      int row, TermCounts counts, Map<Long, Integer> places, TermSelection selection) {
    long[] cells = new long[counts.size()];
    int size = 0;
    for (int i = 0; i < cells.length; i++) {
      Integer place = places.get(counts.term(i));
      if (place != null) {
        cells[size++] = (long) place << 32 | i;
      }
    }
    Arrays.sort(cells, 0, size);
    indexes[row] = new int[size];
    values[row] = new double[size];
    for (int i = 0; i < size; i++) {
      indexes[row][i] = (int) (cells[i] >>> 32);
      double idf = selection.idf().get(indexes[row][i] - 1);
      values[row][i] = (1 + Math.log(counts.count((int) cells[i]))) * idf;
    }
    double length = length(values[row], size);
    for (int i = 0; i < size; i++) {
      values[row][i] /= length;
    }
  }

  private static double length(double[] values, int size) {
    double squares = 0;
    for (int i = 0; i < size; i++) {
      squares += values[i] * values[i];
    }
    return Math.sqrt(squares);
  }
}
