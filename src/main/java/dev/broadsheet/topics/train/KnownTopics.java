package dev.broadsheet.topics.train;

import dev.broadsheet.topics.TopicModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a trained model's topics say of documents, as columns beside those of terms: their logits by
 * the words that it knows, whether or not other documents have them. A logit is linear in the
 * words' values, so that what is learned of it becomes weights of words. Immutable.
 */
final class KnownTopics {

  /** Without topics. */
  static final KnownTopics NONE = new KnownTopics(new float[0][], new float[0]);

  /** The root of the mean squared length of a document's columns, where its terms' is 1. */
  private static final double LENGTH = 0.4;

  /** {@code [term][topic]}; the terms are a matrix's first ones. */
  private final float[][] loadings;

  /** Of the topics' columns, which are less by it. */
  private final float[] means;

  private KnownTopics(float[][] loadings, float[] means) {
    this.loadings = loadings;
    this.means = means;
  }

  /** The words that a model knows of whole articles. */
  static TermSelection terms(TopicModel model) {
    List<Integer> rows = IntStream.range(0, model.terms()).boxed().toList();
    return new TermSelection(
        rows.stream().map(model::term).toList(), rows.stream().map(model::idf).toList());
  }

  /**
   * The topics of a model, drawn to mean and length over documents.
   *
   * @param documents whose first terms are {@link #terms}
   */
  static KnownTopics of(TopicModel model, SparseMatrix documents) {
    float[][] loadings = new float[model.terms()][model.taxonomy().size()];
    for (int term = 0; term < loadings.length; term++) {
      for (int topic = 0; topic < loadings[term].length; topic++) {
        loadings[term][topic] = model.weight(term, topic);
      }
    }
    float[] means = new float[model.taxonomy().size()];
    KnownTopics raw = new KnownTopics(loadings, means);
    for (int i = 0; i < documents.rows(); i++) {
      raw.addTo(means, documents.row(i));
    }
    scale(means, 1.0 / documents.rows());
    double factor = LENGTH / raw.length(documents);
    Arrays.stream(loadings).forEach(loading -> scale(loading, factor));
    scale(means, factor);
    return raw;
  }

  private static void scale(float[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) factor;
    }
  }

  private double length(SparseMatrix documents) {
    double squares = 0;
    for (int i = 0; i < documents.rows(); i++) {
      for (float value : values(documents.row(i))) {
        squares += value * value;
      }
    }
    return Math.max(1e-6, Math.sqrt(squares / documents.rows()));
  }

  /** The matrix with the topics' columns at the end. */
  SparseMatrix beside(SparseMatrix matrix) {
    return means.length == 0
        ? matrix
        : matrix.and(row -> SparseVector.of(values(row)), means.length);
  }

  private float[] values(SparseVector row) {
    float[] values = new float[means.length];
    addTo(values, row);
    for (int topic = 0; topic < values.length; topic++) {
      values[topic] -= means[topic];
    }
    return values;
  }

  private void addTo(float[] values, SparseVector row) {
    for (int i = 0; i < row.size() && row.column(i) < loadings.length; i++) {
      for (int topic = 0; topic < values.length; topic++) {
        values[topic] += row.value(i) * loadings[row.column(i)][topic];
      }
    }
  }

  /** What was learned of terms and topics, as weights of the terms alone. */
  TopicFit folded(TopicFit fit) {
    int terms = fit.weights().length - means.length;
    float[] weights = Arrays.copyOf(fit.weights(), terms);
    float[] ofTopics = Arrays.copyOfRange(fit.weights(), terms, fit.weights().length);
    for (int term = 0; term < loadings.length; term++) {
      weights[term] += (float) product(loadings[term], ofTopics);
    }
    return new TopicFit(weights, fit.bias() - product(means, ofTopics), fit.briefBias());
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
