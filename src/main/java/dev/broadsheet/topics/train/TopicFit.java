package dev.broadsheet.topics.train;

import java.io.Serializable;

/** One topic's weights, yes against no. */
final class TopicFit implements Serializable {

  private static final long serialVersionUID = 2;

  private final float[] weights;
  private final double bias;
  private final double briefBias;

  /**
   * Takes the array as its own.
   *
   * @param weights one a term
   * @param bias of a document without known words
   * @param briefBias what a brief's logit has besides
   */
  TopicFit(float[] weights, double bias, double briefBias) {
    this.weights = weights;
    this.bias = bias;
    this.briefBias = briefBias;
  }

  /** One a term; not to be changed. */
  float[] weights() {
    return weights;
  }

  double bias() {
    return bias;
  }

  double briefBias() {
    return briefBias;
  }
}
