package dev.broadsheet.summary;

import java.util.Arrays;

/**
 * The picks so far, and what the ranker knows of a sentence in view of them: its own row and what
 * it would add. Buffers are reused: one thread.
 */
final class PickFeatures {

  private static final int OWN = SentenceFeatures.COUNT;

  /** Numbers in a row. */
  static final int COUNT = OWN + 12;

  /** The number in a row that is the length of the picks, in words. */
  static final int WORDS = OWN + 4;

  /** What was learned of so many picks holds for more. */
  private static final int MOST_COUNTED = 2;

  private static final int FAR = 99;

  private static final int MOST_COMPARED = 32;

  private final SentenceVectors vectors;
  private final SentenceFeatures features;
  private final float[] row = new float[COUNT];
  private int[] picks = new int[64];
  private boolean[] picked = new boolean[64];
  private boolean[] covered = new boolean[1024];
  private double[] likeness = new double[64];
  private int[] compared = new int[64];
  private int count;
  private int words;
  private double[] scores;
  private double best;

  PickFeatures(SentenceVectors vectors, SentenceFeatures features) {
    this.vectors = vectors;
    this.features = features;
  }

  /**
   * Begins with no picks.
   *
   * @param scores the sentences' first scores; kept
   * @param best the highest score of a sentence that may be picked
   */
  void start(double[] scores, double best) {
    this.scores = scores;
    this.best = best;
    count = 0;
    words = 0;
    if (picked.length < vectors.size()) {
      picks = new int[vectors.size() * 2];
      picked = new boolean[vectors.size() * 2];
      likeness = new double[vectors.size() * 2];
      compared = new int[vectors.size() * 2];
    }
    if (covered.length < vectors.words().size()) {
      covered = new boolean[vectors.words().size() * 2];
    }
    Arrays.fill(picked, 0, vectors.size(), false);
    Arrays.fill(likeness, 0, vectors.size(), 0);
    Arrays.fill(compared, 0, vectors.size(), 0);
    Arrays.fill(covered, 0, vectors.words().size(), false);
  }

  void add(int sentence) {
    picks[count++] = sentence;
    picked[sentence] = true;
    words += features.words(sentence);
    for (int k = vectors.begin(sentence); k < vectors.end(sentence); k++) {
      covered[vectors.word(k)] = true;
    }
  }

  int words() {
    return words;
  }

  int count() {
    return count;
  }

  int pick(int i) {
    return picks[i];
  }

  /** A fresh array of the picks in the text's order. */
  int[] ascending() {
    int[] ascending = Arrays.copyOf(picks, count);
    Arrays.sort(ascending);
    return ascending;
  }

  boolean contains(int sentence) {
    return sentence >= 0 && sentence < vectors.size() && picked[sentence];
  }

  /**
   * Highest cosine of the sentence with one of the first {@value #MOST_COMPARED} picks; each is
   * taken once.
   */
  double likeness(int sentence) {
    int most = Math.min(count, MOST_COMPARED);
    for (int i = compared[sentence]; i < most; i++) {
      likeness[sentence] = Math.max(likeness[sentence], vectors.cosine(picks[i], sentence));
    }
    compared[sentence] = most;
    return likeness[sentence];
  }

  /**
   * The row of a sentence; valid until the next call.
   *
   * @param rank how many sentences have a better first score
   */
  float[] row(int sentence, int rank) {
    System.arraycopy(features.rows(), sentence * OWN, row, 0, OWN);
    row[OWN] = Math.min(count, MOST_COUNTED);
    row[OWN + 1] = (float) scores[sentence];
    row[OWN + 2] = rank;
    row[OWN + 3] = (float) (scores[sentence] - best);
    row[WORDS] = words;
    row[OWN + 5] = (float) likeness(sentence);
    fillPlace(sentence);
    fillGain(sentence);
    return row;
  }

  private void fillPlace(int sentence) {
    int nearest = FAR;
    int before = 0;
    for (int i = 0; i < count; i++) {
      nearest = Math.min(nearest, Math.abs(picks[i] - sentence));
      before += picks[i] < sentence ? 1 : 0;
    }
    row[OWN + 6] = nearest;
    row[OWN + 7] = Math.min(before, MOST_COUNTED);
    row[OWN + 8] = contains(sentence - 1) ? 1 : 0;
    row[OWN + 9] = contains(sentence + 1) ? 1 : 0;
  }

  /** Words that a summary is hoped to have, and the picks do not. */
  private void fillGain(int sentence) {
    double gain = 0;
    for (int k = vectors.begin(sentence); k < vectors.end(sentence); k++) {
      int word = vectors.word(k);
      gain += covered[word] ? 0 : features.hope(word);
    }
    row[OWN + 10] = (float) gain;
    row[OWN + 11] = (float) (gain / Math.max(features.words(sentence), 1));
  }
}
