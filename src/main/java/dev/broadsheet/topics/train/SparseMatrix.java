package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All examples as TF-IDF vectors of length one, as the classifier will see them; column = the
 * term's place in the selection + 1, as the solver counts, and after all of them a constant 1 for
 * the bias. Read by all fits, changed by none.
 */
final class SparseMatrix {

  private final Map<Long, Integer> columns = new HashMap<>();
  private final TermSelection selection;
  private final List<Feature[]> rows = new ArrayList<>();

  SparseMatrix(List<Example> examples, TermSelection selection) {
    this.selection = selection;
    for (Long term : selection.terms()) {
      columns.put(term, columns.size() + 1);
    }
    examples.forEach(example -> rows.add(row(example)));
  }

  /** The number of terms. */
  int columns() {
    return columns.size();
  }

  Feature[] row(int example) {
    return rows.get(example);
  }

  /** The term's column, 0 if it was not selected. */
  int column(long term) {
    return columns.getOrDefault(term, 0);
  }

  private Feature[] row(Example example) {
    List<Feature> row = new ArrayList<>();
    double squares = 0;
    for (int i = 0; i < example.size(); i++) {
      int column = column(example.term(i));
      if (column > 0) {
        double value = (1 + Math.log(example.count(i))) * selection.idf().get(column - 1);
        squares += value * value;
        row.add(new FeatureNode(column, value));
      }
    }
    double length = Math.sqrt(squares);
    row.forEach(feature -> feature.setValue(feature.getValue() / length));
    row.sort((a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
    row.add(new FeatureNode(columns() + 1, 1));
    return row.toArray(Feature[]::new);
  }
}
