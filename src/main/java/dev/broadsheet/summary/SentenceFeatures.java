package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * What the ranker knows of each sentence of an article: a row of {@link #COUNT} numbers. Buffers
 * are reused: one thread.
 */
final class SentenceFeatures {

  /** Numbers in a row. */
  static final int COUNT = 40;

  private final SentenceVectors vectors;
  private final Centrality centrality = new Centrality();
  private float[] rows = new float[64 * COUNT];
  private double[] hopes = new double[1024];
  private boolean[] inTitle = new boolean[1024];
  private double[] centroid = new double[64];
  private double[] toFirst = new double[64];
  private double[] toLead = new double[64];
  private int[] words = new int[64];

  SentenceFeatures(SentenceVectors vectors) {
    this.vectors = vectors;
  }

  /** All rows, one after another. Valid until the next article. */
  float[] rows() {
    return rows;
  }

  /** The probability that a summary has the word. */
  double hope(int word) {
    return hopes[word];
  }

  /** Whether the title has the word. */
  boolean isInTitle(int word) {
    return inTitle[word];
  }

  int words(int sentence) {
    return words[sentence];
  }

  /** Words of the first so many sentences. */
  int wordsOfFirst(int sentences) {
    int sum = 0;
    for (int i = 0; i < sentences; i++) {
      sum += words[i];
    }
    return sum;
  }

  /** Computes the rows of all sentences of an article that the vectors have read. */
  void compute(SegmentedText title, SegmentedText body, WordModel model) {
    int n = body.sentenceCount();
    reserve(n, vectors.words().size());
    centrality.compute(vectors);
    hope(title, model);
    double bestAfter = 1e-9;
    int bodyWords = 0;
    for (int i = 0; i < n; i++) {
      bestAfter = Math.max(bestAfter, centrality.after(i));
      words[i] = Boilerplate.words(body, body.firstToken(i), body.endToken(i));
      bodyWords += words[i];
    }
    similarities(n);
    for (int i = 0; i < n; i++) {
      int r = i * COUNT;
      Arrays.fill(rows, r, r + COUNT, 0);
      place(r, i, n, bodyWords);
      centrality(r, i, n, bestAfter);
      lexical(r, i);
      Surface.fill(rows, r, body, i);
    }
    for (int i = 0; i < n; i++) {
      neighbours(i * COUNT, i, n);
    }
  }

  /** A word of the title counts as if the first sentence had it once more. */
  private void hope(SegmentedText title, WordModel model) {
    Arrays.fill(inTitle, 0, vectors.words().size(), false);
    for (int t = 0; t < title.tokenCount(); t++) {
      int word = title.isStopWord(t) ? -1 : vectors.words().find(title.term(t));
      if (word >= 0) {
        inTitle[word] = true;
      }
    }
    for (int w = 0; w < vectors.words().size(); w++) {
      hopes[w] = model.probability(vectors.words().term(w), vectors.words().cell(w, inTitle[w]));
    }
  }

  private void similarities(int n) {
    for (int i = 0; i < n; i++) {
      vectors.add(i, 1);
    }
    for (int i = 0; i < n; i++) {
      centroid[i] = vectors.dot(i);
    }
    for (int i = 0; i < n; i++) {
      vectors.clear(i);
    }
    if (n > 0) {
      vectors.add(0, 1);
      for (int i = 0; i < n; i++) {
        toFirst[i] = vectors.dot(i);
      }
      for (int i = 1; i < Math.min(3, n); i++) {
        vectors.add(i, 1);
      }
      for (int i = 0; i < n; i++) {
        toLead[i] = vectors.dot(i);
      }
      for (int i = 0; i < Math.min(3, n); i++) {
        vectors.clear(i);
      }
    }
  }

  private void place(int r, int i, int n, int bodyWords) {
    rows[r] = Math.min(i, 60);
    rows[r + 1] = (float) i / n;
    rows[r + 2] = Math.min(n, 100);
    rows[r + 3] = words[i];
    rows[r + 4] = (float) words[i] * n / Math.max(bodyWords, 1);
    rows[r + 5] = (float) bodyWords / n;
  }

  private void centrality(int r, int i, int n, double bestAfter) {
    rows[r + 6] = (float) centrality.before(i);
    rows[r + 7] = (float) centrality.after(i);
    rows[r + 8] = (float) (centrality.after(i) / bestAfter);
    rows[r + 9] = (float) (centrality.before(i) / Math.max(i, 1));
    rows[r + 10] = (float) (centrality.after(i) / Math.max(n - 1 - i, 1));
    rows[r + 11] = (float) (centroid[i] / n);
    rows[r + 12] = (float) toFirst[i];
    rows[r + 13] = (float) toLead[i];
  }

  private void lexical(int r, int i) {
    int size = vectors.end(i) - vectors.begin(i);
    double hits = 0;
    double best = 0;
    int counts = 0;
    int fresh = 0;
    int freshAgain = 0;
    int names = 0;
    for (int k = vectors.begin(i); k < vectors.end(i); k++) {
      int w = vectors.word(k);
      hits += hopes[w];
      best = Math.max(best, hopes[w]);
      counts += vectors.words().count(w);
      names += vectors.words().isCapital(w) ? 1 : 0;
      if (vectors.words().firstSentence(w) == i) {
        fresh++;
        freshAgain += vectors.words().sentencesWith(w) > 1 ? 1 : 0;
      }
    }
    rows[r + 14] = size;
    rows[r + 15] = (float) hits;
    rows[r + 16] = (float) (hits / Math.max(size, 1));
    rows[r + 17] = (float) (hits / Math.max(words[i], 1));
    rows[r + 18] = (float) best;
    rows[r + 19] = (float) counts / Math.max(size, 1);
    rows[r + 20] = fresh;
    rows[r + 21] = freshAgain;
    rows[r + 22] = names;
    rows[r + 23] = (float) size / Math.max(words[i], 1);
  }

  private void neighbours(int r, int i, int n) {
    rows[r + 36] = i == 0 ? -1 : rows[r - COUNT + 37];
    rows[r + 37] = i == n - 1 ? -1 : (float) vectors.cosine(i, i + 1);
    rows[r + 38] = i == 0 ? 0 : rows[r - COUNT + 17];
    rows[r + 39] = i == n - 1 ? 0 : rows[r + COUNT + 17];
  }

  private void reserve(int sentences, int distinctWords) {
    if (words.length < sentences) {
      rows = new float[sentences * 2 * COUNT];
      centroid = new double[sentences * 2];
      toFirst = new double[sentences * 2];
      toLead = new double[sentences * 2];
      words = new int[sentences * 2];
    }
    if (hopes.length < distinctWords) {
      hopes = new double[distinctWords * 2];
      inTitle = new boolean[distinctWords * 2];
    }
  }
}
