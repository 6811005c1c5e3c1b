package dev.broadsheet.topics.train;

import dev.broadsheet.topics.TermTable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * All examples' TF-IDF values; column = the term's place in the selection, so that the commonest
 * terms come first. Eight bytes a value; read by all fits, changed by none.
 */
final class SparseMatrix implements Serializable {

  private static final long serialVersionUID = 4;

  private final int terms;
  private final int columns;
  private final SparseVector[] rows;

  private SparseMatrix(int terms, int columns, SparseVector[] rows) {
    this.terms = terms;
    this.columns = columns;
    this.rows = rows;
  }

  /** Of whole documents. */
  SparseMatrix(List<Example> examples, TermSelection selection) {
    this(examples, Example::words, selection);
  }

  /** Of a part of each document. */
  SparseMatrix(
      List<Example> examples, Function<Example, TermCounts> part, TermSelection selection) {
    TermTable places = places(selection);
    terms = selection.terms().size();
    columns = terms;
    rows = new SparseVector[examples.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(part.apply(examples.get(i)), places, selection);
    }
  }

  /** The columns of terms. */
  private static TermTable places(TermSelection selection) {
    long[] terms = selection.terms().stream().mapToLong(Long::longValue).toArray();
    return new TermTable(terms, 0, terms.length);
  }

  /** The number of columns that are terms', the first ones. */
  int terms() {
    return terms;
  }

  /** The number of all columns. */
  int columns() {
    return columns;
  }

  /** The number of examples. */
  int rows() {
    return rows.length;
  }

  /** An example as a vector of length one, as the classifier will see it. */
  SparseVector row(int example) {
    return rows[example];
  }

  /** The matrix of so many of the commonest terms. */
  SparseMatrix commonest(int count) {
    SparseVector[] shorter = new SparseVector[rows.length];
    Arrays.setAll(shorter, i -> rows[i].below(count));
    return new SparseMatrix(count, count, shorter);
  }

  /** The matrix with other columns after those of terms. */
  SparseMatrix and(UnaryOperator<SparseVector> others, int count) {
    SparseVector[] longer = new SparseVector[rows.length];
    Arrays.setAll(longer, i -> rows[i].and(others.apply(rows[i]), columns, 1));
    return new SparseMatrix(terms, columns + count, longer);
  }

  private static SparseVector row(TermCounts counts, TermTable places, TermSelection selection) {
    long[] cells = new long[counts.size()];
    int size = 0;
    for (int i = 0; i < cells.length; i++) {
      int place = places.row(counts.term(i));
      if (place != TermTable.UNKNOWN) {
        cells[size++] = (long) place << 32 | i;
      }
    }
    Arrays.sort(cells, 0, size);
    int[] indexes = new int[size];
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      indexes[i] = (int) (cells[i] >>> 32);
      values[i] = (1 + Math.log(counts.count((int) cells[i]))) * selection.idf().get(indexes[i]);
    }
    return SparseVector.ofLengthOne(indexes, values);
  }
}
