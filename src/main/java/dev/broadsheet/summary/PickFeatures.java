package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * The picks so far, and what the ranker knows of a sentence in view of them: its own row and what
 * it would add. Buffers are reused: one thread.
 */
final class PickFeatures {

  private static final int OWN = SentenceFeatures.COUNT;

  private static final int MENTIONS = OWN + 13;
  private static final int MANNER = MENTIONS + Mentions.COUNT;

  /** Numbers in a row. */
  static final int COUNT = MANNER + Manner.COUNT;

  /** What was learned of so many picks holds for more. */
  private static final int MOST_COUNTED = 2;

  private static final int FAR = 99;

  /** Gaps are counted up to here. */
  private static final int MOST_GAP = 10;

  private static final int MOST_COMPARED = 32;

  private final SentenceVectors vectors;
  private final SentenceFeatures features;
  private final Mentions mentions;
  private final Manner manner;
  private final float[] row = new float[COUNT];
  private int[] picks = new int[64];
  private boolean[] picked = new boolean[64];
  private boolean[] covered = new boolean[1024];

  /** By word the number of the last pick that has it, from 1. */
  private int[] lastWith = new int[1024];

  private double[] likeness = new double[64];
  private int[] compared = new int[64];
  private int count;
  private int words;
  private double[] scores;
  private double best;

  PickFeatures(SentenceVectors vectors, SentenceFeatures features, References references) {
    this.vectors = vectors;
    this.features = features;
    this.mentions = new Mentions(vectors);
    this.manner = new Manner(references);
  }

  /**
   * Begins with no picks.
   *
   * @param body the article
   * @param scores the sentences' first scores; kept
   * @param best the highest score of a sentence that may be picked
   */
  void start(SegmentedText body, double[] scores, double best) {
    mentions.read(body);
    manner.read(body);
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
      lastWith = new int[vectors.words().size() * 2];
    }
    Arrays.fill(lastWith, 0, vectors.words().size(), 0);
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
      lastWith[vectors.word(k)] = count;
    }
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

  /** Whether a pick or the title has the word; no for -1. */
  boolean knows(int word) {
    return word >= 0 && (covered[word] || features.isInTitle(word));
  }

  /** Whether the last pick has the word. */
  boolean isInLast(int word) {
    return count > 0 && lastWith[word] == count;
  }

  /** Sentences left out between the last pick before the sentence and it; at most ten. */
  int gap(int sentence) {
    int before = sentence - 1;
    while (before >= 0 && !picked[before] && sentence - before <= MOST_GAP) {
      before--;
    }
    return sentence - before - 1;
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
    row[OWN + 4] = words;
    row[OWN + 5] = (float) likeness(sentence);
    fillPlace(sentence);
    fillGain(sentence);
    row[MENTIONS - 1] = gap(sentence);
    mentions.fill(row, MENTIONS, sentence, this);
    manner.fill(row, MANNER, sentence, count == 0 ? -1 : picks[count - 1]);
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
