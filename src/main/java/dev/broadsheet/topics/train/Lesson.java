package dev.broadsheet.topics.train;

/** What the linear model learns from: a document, and how probably it is on each topic. */
final class Lesson {

  private final Example example;
  private final float[] truth;

  /**
   * Takes the array as its own.
   *
   * @param truth one a topic, NaN where nobody knows
   */
  Lesson(Example example, float[] truth) {
    this.example = example;
    this.truth = truth;
  }

  Example example() {
    return example;
  }

  /** Not to be changed. */
  float[] truth() {
    return truth;
  }
}
