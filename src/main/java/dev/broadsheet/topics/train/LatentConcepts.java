package dev.broadsheet.topics.train;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Latent semantic analysis (Deerwester et al., "Indexing by latent semantic analysis", 1990): what
 * words that occur in the same articles have in common, as the first right singular vectors of the
 * articles' matrix, by subspace iteration from a random start (Halko, Martinsson and Tropp, 2011).
 * A concept's value is linear in the terms' values, so that a weight on it becomes weights on
 * terms. Immutable.
 */
final class LatentConcepts {

  private static final int ITERATIONS = 6;

  /** {@code [term][concept]}. */
  private final float[][] loadings;

  private final int concepts;

  private LatentConcepts(float[][] loadings, int concepts) {
    this.loadings = loadings;
    this.concepts = concepts;
  }

  /**
   * Finds concepts.
   *
   * @param rows articles, of any length
   * @param terms the number of their columns
   * @param scale what each concept's vector is multiplied by
   */
  static LatentConcepts of(
      List<SparseVector> rows, int terms, int concepts, double scale, long seed) {
    float[][] basis = new float[terms][concepts];
    Random random = new Random(seed);
    for (float[] term : basis) {
      for (int i = 0; i < concepts; i++) {
        term[i] = (float) random.nextGaussian();
      }
    }
    for (int iteration = 0; concepts > 0 && iteration < ITERATIONS; iteration++) {
      orthonormalize(basis, concepts);
      basis = multiplied(rows, basis, concepts);
    }
    orthonormalize(basis, concepts);
    for (float[] term : basis) {
      for (int i = 0; i < concepts; i++) {
        term[i] *= (float) scale;
      }
    }
    return new LatentConcepts(basis, concepts);
  }

  int size() {
    return concepts;
  }

  /** The values of an article's concepts. */
  SparseVector project(SparseVector row) {
    float[] values = new float[concepts];
    row.addRows(loadings, values);
    return SparseVector.of(values);
  }

  /** What weights on concepts are as a weight on a term: the sum of loadings times weights. */
  double weight(int term, float[] conceptWeights) {
    double sum = 0;
    for (int i = 0; i < concepts; i++) {
      sum += (double) loadings[term][i] * conceptWeights[i];
    }
    return sum;
  }

  /** The rows' matrix, transposed, times itself times the basis. */
  private static float[][] multiplied(List<SparseVector> rows, float[][] basis, int concepts) {
    float[][] product = new float[basis.length][concepts];
    for (SparseVector row : rows) {
      float[] values = new float[concepts];
      row.addRows(basis, values);
      row.addToRows(product, values, 1);
    }
    return product;
  }

  /** Gram and Schmidt's way over the columns, on the basis turned about. */
  private static void orthonormalize(float[][] basis, int concepts) {
    double[][] columns = new double[concepts][basis.length];
    for (int term = 0; term < basis.length; term++) {
      for (int i = 0; i < concepts; i++) {
        columns[i][term] = basis[term][i];
      }
    }
    for (int i = 0; i < concepts; i++) {
      double[] column = columns[i];
      scale(column, 1 / Math.sqrt(product(column, column)));
      IntStream.range(i + 1, concepts)
          .parallel()
          .forEach(j -> subtract(columns[j], column, product(columns[j], column)));
    }
    for (int term = 0; term < basis.length; term++) {
      for (int i = 0; i < concepts; i++) {
        basis[term][i] = (float) columns[i][term];
      }
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void scale(double[] column, double factor) {
    for (int i = 0; i < column.length; i++) {
      column[i] *= factor;
    }
  }

  private static void subtract(double[] from, double[] column, double factor) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * column[i];
    }
  }
}
