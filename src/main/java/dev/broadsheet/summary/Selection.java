package dev.broadsheet.summary;

import dev.broadsheet.article.Sentence;
import dev.broadsheet.article.Summary;
import dev.broadsheet.segment.SegmentedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Picks sentences greedily, best score first, within a budget and unlike each other; the summary
 * tells them in the text's order. Ties go to the earlier sentence. Buffers are reused: one thread.
 */
final class Selection {

  /** A sentence is compared with so many picks at most, which keeps long summaries linear. */
  private static final int MOST_COMPARED = 32;

  private final Budget budget;
  private final double mostAlike;
  private int[] order = new int[64];
  private int[] picks = new int[64];
  private int picked;
  private int wordsLeft;

  /**
   * @param mostAlike the highest cosine of two picks
   */
  Selection(Budget budget, double mostAlike) {
    this.budget = budget;
    this.mostAlike = mostAlike;
  }

  /**
   * The summary.
   *
   * @param scores a sentence's score, higher is better; negative infinity for one never to pick
   * @param words a sentence's length
   */
  Summary select(SegmentedText text, SentenceVectors vectors, double[] scores, int[] words) {
    int n = rank(scores, text.sentenceCount());
    picked = 0;
    wordsLeft = budget.maxWords(sum(words, text.sentenceCount()));
    boolean takesAll = n <= budget.maxSentences() && sumOf(order, n, words) <= wordsLeft;
    for (int i = 0; i < n && picked < budget.maxSentences(); i++) {
      int sentence = order[i];
      if (words[sentence] <= wordsLeft && (takesAll || isNew(vectors, sentence))) {
        take(sentence, words);
      }
    }
    if (picked == 0 && n > 0) {
      take(shortest(n, words), words);
    }
    return summary(text, scores);
  }

  /** Fills {@link #order} with all sentences that may be picked, best first. */
  private int rank(double[] scores, int sentences) {
    if (order.length < sentences) {
      order = new int[sentences * 2];
      picks = new int[sentences * 2];
    }
    int n = 0;
    long[] keys = new long[sentences];
    for (int i = 0; i < sentences; i++) {
      if (scores[i] != Double.NEGATIVE_INFINITY) {
        keys[n++] = ((long) ~sortable((float) scores[i]) << 32) | i;
      }
    }
    Arrays.sort(keys, 0, n);
    for (int i = 0; i < n; i++) {
      order[i] = (int) keys[i];
    }
    return n;
  }

  /** An int that orders as the float does. */
  private static int sortable(float score) {
    int bits = Float.floatToIntBits(score + 0f);
    return bits ^ ((bits >> 31) & 0x7fffffff);
  }

  private boolean isNew(SentenceVectors vectors, int sentence) {
    for (int i = 0; i < Math.min(picked, MOST_COMPARED); i++) {
      if (vectors.cosine(picks[i], sentence) > mostAlike) {
        return false;
      }
    }
    return true;
  }

  private void take(int sentence, int[] words) {
    picks[picked++] = sentence;
    wordsLeft -= words[sentence];
  }

  private int shortest(int n, int[] words) {
    int shortest = order[0];
    for (int i = 1; i < n; i++) {
      shortest = words[order[i]] < words[shortest] ? order[i] : shortest;
    }
    return shortest;
  }

  private Summary summary(SegmentedText text, double[] scores) {
    Arrays.sort(picks, 0, picked);
    StringBuilder joined = new StringBuilder();
    List<Summary.Pick> list = new ArrayList<>(picked);
    for (int i = 0; i < picked; i++) {
      Sentence place = text.sentence(picks[i]);
      joined.append(i == 0 ? "" : " ");
      joined.append(text.text(), text.sentenceBegin(picks[i]), text.sentenceEnd(picks[i]));
      list.add(new Summary.Pick(place.index(), place.begin(), place.end(), scores[picks[i]]));
    }
    return new Summary(joined.toString(), list);
  }

  private static int sum(int[] values, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static long sumOf(int[] indexes, int n, int[] values) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += values[indexes[i]];
    }
    return sum;
  }
}
