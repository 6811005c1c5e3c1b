package dev.broadsheet.topics.train;

/** A row of a joint fit. Its arrays are not to be changed. */
final class Row {

  private final SparseVector vector;
  private final float[] truth;
  private final float weight;

  /** Null for none. */
  private final float[] offsets;

  /**
   * Takes the arrays as its own.
   *
   * @param truth how probably it is on each topic; NaN, where it is unknown, has no part in the
   *     loss
   * @param weight how much it counts, 1 for a row as any
   * @param offsets what is added to each topic's logit; null for nothing
   */
  Row(SparseVector vector, float[] truth, float weight, float[] offsets) {
    this.vector = vector;
    this.truth = truth;
    this.weight = weight;
    this.offsets = offsets;
  }

  SparseVector vector() {
    return vector;
  }

  float[] truth() {
    return truth;
  }

  boolean hasOffsets() {
    return offsets != null;
  }

  float offset(int topic) {
    return offsets == null ? 0 : offsets[topic];
  }

  float weight() {
    return weight;
  }
}
