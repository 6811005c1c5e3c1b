package dev.broadsheet.summary;

/**
 * Directed centrality: a sentence counts for being like what follows it, and against it that it is
 * like what came before (Zheng and Lapata, "Sentence Centrality Revisited for Unsupervised
 * Summarization", ACL 2019). Edges are cosines. Since a sum of products is the product with a sum,
 * no pair of sentences is ever compared and the cost is linear.
 */
final class Centrality {

  private double[] before = new double[64];
  private double[] after = new double[64];

  /** Computes both sums for all sentences. */
  void compute(SentenceVectors vectors) {
    int n = vectors.size();
    if (before.length < n) {
      before = new double[n * 2];
      after = new double[n * 2];
    }
    for (int i = 0; i < n; i++) {
      before[i] = vectors.dot(i);
      vectors.add(i, 1);
    }
    for (int i = 0; i < n; i++) {
      vectors.clear(i);
    }
    for (int i = n - 1; i >= 0; i--) {
      after[i] = vectors.dot(i);
      vectors.add(i, 1);
    }
    for (int i = 0; i < n; i++) {
      vectors.clear(i);
    }
  }

  /** Sum of the cosines with all earlier sentences. */
  double before(int sentence) {
    return before[sentence];
  }

  /** Sum of the cosines with all later sentences. */
  double after(int sentence) {
    return after[sentence];
  }
}
