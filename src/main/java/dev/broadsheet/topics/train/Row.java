package dev.broadsheet.topics.train;

/** A row of a joint fit: a vector of length one, and how probably it is on each topic. */
final class Row {

  private final int[] columns;
  private final float[] values;
  private final float[] truth;

  /**
   * Takes the arrays as its own.
   *
   * @param columns counted from 1
   * @param values one a column
   * @param truth one a topic; NaN, where it is unknown, has no part in the loss
   */
  Row(int[] columns, float[] values, float[] truth) {
    this.columns = columns;
    this.values = values;
    this.truth = truth;
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

  int topics() {
    return truth.length;
  }

  float truth(int topic) {
    return truth[topic];
  }
}
