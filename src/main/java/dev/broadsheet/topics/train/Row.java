package dev.broadsheet.topics.train;

/** A row of a joint fit. Its arrays are not to be changed. */
final class Row {

  private final SparseVector terms;
  private final float[] concepts;
  private final float[] truth;
  private final float weight;

  /** Null for none. */
  private final float[] offsets;

  /**
   * Takes the arrays as its own.
   *
   * @param concepts values of the columns after those of all terms
   * @param truth how probably it is on each topic; NaN, where it is unknown, has no part in the
   *     loss
   * @param weight how much it counts, 1 for a row as any
   * @param offsets what is added to each topic's logit; null for nothing
   */
  Row(SparseVector terms, float[] concepts, float[] truth, float weight, float[] offsets) {
    this.terms = terms;
    this.concepts = concepts;
    this.truth = truth;
    this.weight = weight;
    this.offsets = offsets;
  }

  SparseVector terms() {
    return terms;
  }

  float[] concepts() {
    return concepts;
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
