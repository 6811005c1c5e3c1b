package dev.broadsheet.summary;

import dev.broadsheet.article.SummaryNote;
import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;
import java.util.List;

/**
 * All that the ranker computes of one article before it picks. Selection and training both look
 * through it. Buffers are reused: one thread.
 */
final class ArticleView {

  private final SentenceVectors vectors = new SentenceVectors();
  private final SentenceFeatures features = new SentenceFeatures(vectors);
  private final References references = new References();
  private final Story story = new Story();
  private final PickFeatures picks = new PickFeatures(vectors, features, references);
  private double[] scores = new double[64];
  private final long[] rowKeys = new long[SentenceFeatures.COUNT];
  private long[] keys = new long[64];
  private int[] order = new int[64];
  private int[] ranks = new int[64];
  private int orderSize;

  /** Reads an article: features, first scores and their order; no picks. */
  void read(SegmentedText title, SegmentedText body, WordModel model, TreeEnsemble first) {
    int n = body.sentenceCount();
    reserve(n);
    vectors.read(body);
    features.compute(title, body, model);
    story.read(title, body, features::words);
    for (int i = 0; i < n; i++) {
      scores[i] = first.score(features.rows(), i * SentenceFeatures.COUNT, rowKeys);
    }
    sort(n);
    references.read(body);
    start(body);
  }

  /** Begins with no picks. */
  void start(SegmentedText body) {
    picks.start(body, scores, orderSize == 0 ? 0 : scores[order[0]]);
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

  /** Why the article may have no good summary. */
  List<SummaryNote> notes() {
    return story.notes();
  }

  /** Whether the sentence is not the story's, never to be picked. */
  boolean isBarred(int sentence) {
    return story.isBarred(sentence);
  }

  /**
   * Whether the sentence wants another after it: it asks, announces, or leaves a quotation open.
   */
  boolean opens(int sentence) {
    return story.opens(sentence) || references.quotes().isInside(sentence + 1);
  }

  boolean[] barred() {
    return story.barred();
  }

  /** How many sentences may be picked. */
  int rankedCount() {
    return orderSize;
  }

  /** The sentence of a rank, from 0, the best. */
  int ranked(int rank) {
    return order[rank];
  }

  /** The rank of a sentence that may be picked. */
  int rank(int sentence) {
    return ranks[sentence];
  }

  /** Sorts the sentences that may be picked by score, then place. */
  private void sort(int n) {
    orderSize = 0;
    for (int i = 0; i < n; i++) {
      if (!story.isBarred(i)) {
        keys[orderSize++] = ((long) ~TreeEnsemble.key((float) scores[i] + 0f) << 32) | i;
      }
    }
    Arrays.sort(keys, 0, orderSize);
    for (int i = 0; i < orderSize; i++) {
      order[i] = (int) keys[i];
      ranks[order[i]] = i;
    }
  }

  private void reserve(int sentences) {
    if (scores.length < sentences) {
      scores = new double[sentences * 2];
      keys = new long[sentences * 2];
      order = new int[sentences * 2];
      ranks = new int[sentences * 2];
    }
  }
}
