package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All examples as TF-IDF vectors of length one, as the classifier will see them; column = the
 * term's place in the selection + 1, as the solver counts, and after all of them a constant 1 for
 * the bias. Read by all fits, changed by none; travels as plain arrays.
 */
final class SparseMatrix implements Serializable {

  private static final long serialVersionUID = 1;

  private final int columns;
  private final int[][] indexes;
  private final double[][] values;
  private transient Feature[][] rows;

  SparseMatrix(List<Example> examples, TermSelection selection) {
    Map<Long, Integer> places = places(selection);
    columns = places.size();
    indexes = new int[examples.size()][];
    values = new double[examples.size()][];
    for (int i = 0; i < indexes.length; i++) {
      fill(i, examples.get(i), places, selection);
    }
    rows = rows();
  }

  /** The columns of terms. */
  static Map<Long, Integer> places(TermSelection selection) {
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

  Feature[] row(int example) {
    return rows[example];
  }

  private void fill(int row, Example example, Map<Long, Integer> places, TermSelection selection) {
    int[] known =
        IntStream.range(0, example.size())
            .filter(i -> places.containsKey(example.term(i)))
            .boxed()
            .sorted((a, b) -> places.get(example.term(a)) - places.get(example.term(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    indexes[row] = Arrays.stream(known).map(i -> places.get(example.term(i))).toArray();
    values[row] = new double[known.length];
    double squares = 0;
    for (int i = 0; i < known.length; i++) {
      double idf = selection.idf().get(indexes[row][i] - 1);
      values[row][i] = (1 + Math.log(example.count(known[i]))) * idf;
      squares += values[row][i] * values[row][i];
    }
    for (int i = 0; i < known.length; i++) {
      values[row][i] /= Math.sqrt(squares);
    }
  }

  private Feature[][] rows() {
    FeatureNode bias = new FeatureNode(columns + 1, 1);
    Feature[][] made = new Feature[indexes.length][];
    for (int row = 0; row < made.length; row++) {
      int size = indexes[row].length;
      made[row] = new Feature[size + 1];
      for (int i = 0; i < size; i++) {
        made[row][i] = new FeatureNode(indexes[row][i], values[row][i]);
      }
      made[row][size] = bias;
    }
    return made;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    rows = rows();
  }
}
