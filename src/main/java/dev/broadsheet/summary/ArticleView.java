package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * All that the ranker computes of one article before it picks. Selection and training both look
 * through it. Buffers are reused: one thread.
 */
final class ArticleView {

  private final SentenceVectors vectors = new SentenceVectors();
  private final SentenceFeatures features = new SentenceFeatures(vectors);
  private final PickFeatures picks = new PickFeatures(vectors, features);
  private double[] scores = new double[64];
  private boolean[] barred = new boolean[64];
  private final long[] rowKeys = new long[SentenceFeatures.COUNT];
  private long[] keys = new long[64];
  private int[] order = new int[64];
  private int orderSize;

  /** Reads an article: features, first scores and their order; no picks. */
  void read(SegmentedText title, SegmentedText body, WordModel words, TreeEnsemble first) {
    int n = body.sentenceCount();
    reserve(n);
    vectors.read(body);
    features.compute(title, body, words);
    for (int i = 0; i < n; i++) {
      barred[i] = Boilerplate.matches(body, i, features.words(i));
      scores[i] = first.score(features.rows(), i * SentenceFeatures.COUNT, rowKeys);
    }
    rank(n);
    picks.start(scores, orderSize == 0 ? 0 : scores[order[0]]);
  }

  SentenceFeatures features() {
    return features;
  }

  PickFeatures picks() {
    return picks;
  }

  /** The sentence's first score. */
  double score(int sentence) {
    return scores[sentence];
  }

  /** Whether the sentence is boilerplate, never to be picked. */
  boolean isBarred(int sentence) {
    return barred[sentence];
  }

  boolean[] barred() {
    return barred;
  }

  /** How many sentences may be picked. */
  int rankedCount() {
    return orderSize;
  }

  /** The sentence of a rank, from 0, the best. */
  int ranked(int rank) {
    return order[rank];
  }

  /** The best sentences among the first so many of the text, best first. */
  int[] best(int most, int sentences) {
    return Arrays.stream(order, 0, orderSize).filter(i -> i < sentences).limit(most).toArray();
  }

  /** Sorts the sentences that may be picked by score, then place. */
  private void rank(int n) {
    orderSize = 0;
    for (int i = 0; i < n; i++) {
      if (!barred[i]) {
        keys[orderSize++] = ((long) ~TreeEnsemble.key((float) scores[i] + 0f) << 32) | i;
      }
    }
    Arrays.sort(keys, 0, orderSize);
    for (int i = 0; i < orderSize; i++) {
      order[i] = (int) keys[i];
    }
  }

  private void reserve(int sentences) {
    if (scores.length < sentences) {
      scores = new double[sentences * 2];
      barred = new boolean[sentences * 2];
      keys = new long[sentences * 2];
      order = new int[sentences * 2];
    }
  }
}
