package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * Picks sentences one after another, within a budget: the first by the ranker's first score, each
 * next by what it adds to the picks so far. Ties go to the better ranked, then to the earlier
 * sentence. One thread.
 */
final class Selection {

  /** Best ranked sentences that a next pick is chosen from. */
  static final int CANDIDATES = 12;

  /** Picks chosen with care; a longer summary goes on by rank. */
  private static final int MOST_CHOSEN = 8;

  /** The highest cosine of two picks, and how many picks a sentence is compared with at most. */
  private static final double MOST_ALIKE = 0.6;

  private static final int MOST_COMPARED = 32;

  /** A word budget may end with so much of it left. */
  private static final double ENOUGH = 0.4;

  private final Budget budget;
  private final TreeEnsemble next;
  private final ArticleView view;
  private final References references = new References();
  private boolean[] gone = new boolean[64];
  private int wordsAtStart;
  private int wordsLeft;

  Selection(Budget budget, TreeEnsemble next, ArticleView view) {
    this.budget = budget;
    this.next = next;
    this.view = view;
  }

  /** Adds picks to the view's until the budget is used up or no sentence is left to pick. */
  void select(SegmentedText body) {
    int n = body.sentenceCount();
    gone = gone.length < n ? new boolean[n * 2] : gone;
    Arrays.fill(gone, 0, n, false);
    references.read(body);
    wordsAtStart = budget.maxWords(words(n));
    wordsLeft = wordsAtStart;
    if (allFit()) {
      takeAll();
      return;
    }
    int best = first();
    while (best >= 0 && hasRoom(best) && view.picks().count() < MOST_CHOSEN) {
      take(best);
      best = best();
    }
    if (view.picks().count() == MOST_CHOSEN) {
      takeByRank();
    } else if (view.picks().count() == 0 && view.rankedCount() > 0) {
      take(shortest());
    }
  }

  /**
   * Whether the budget has room for the sentence. If the best does not fit, the summary ends: a
   * worse one that fits would only fill it up.
   */
  private boolean hasRoom(int sentence) {
    return view.picks().count() < budget.maxSentences()
        && view.features().words(sentence) <= wordsLeft;
  }

  /** The best ranked sentence that fits and can stand alone; else the best that fits; or -1. */
  private int first() {
    int fitting = -1;
    for (int rank = 0; rank < view.rankedCount(); rank++) {
      int sentence = view.ranked(rank);
      boolean fits = view.features().words(sentence) <= wordsLeft;
      if (fits && canStand(sentence)) {
        return sentence;
      }
      fitting = fits && fitting < 0 ? sentence : fitting;
    }
    return fitting;
  }

  /** The candidate that adds most to the picks, or -1. */
  private int best() {
    int best = -1;
    double top = Double.NEGATIVE_INFINITY;
    for (int rank = 0, seen = 0; rank < view.rankedCount() && seen < CANDIDATES; rank++) {
      int sentence = view.ranked(rank);
      if (!gone[sentence] && canStand(sentence) && isNew(sentence)) {
        double value = next.score(view.picks().row(sentence, rank), 0);
        best = value > top ? sentence : best;
        top = Math.max(top, value);
        seen++;
      }
    }
    return top < 0 && isLongEnough() ? -1 : best;
  }

  /** Goes on by rank, once through all sentences: a long summary costs no more than that. */
  private void takeByRank() {
    for (int rank = 0; rank < view.rankedCount(); rank++) {
      int sentence = view.ranked(rank);
      if (!gone[sentence] && canStand(sentence) && isNew(sentence)) {
        if (!hasRoom(sentence)) {
          return;
        }
        take(sentence);
      }
    }
  }

  /**
   * Whether a word budget is used enough to end before a sentence that would not pay for itself.
   */
  private boolean isLongEnough() {
    return budget.sentences() == 0 && wordsLeft <= ENOUGH * wordsAtStart;
  }

  /** Whether the sentence can be understood: by itself, or right after a pick. */
  private boolean canStand(int sentence) {
    return !references.dangles(sentence) || view.picks().contains(sentence - 1);
  }

  /** Whether the sentence is unlike the picks; if not, it never will be. */
  private boolean isNew(int sentence) {
    gone[sentence] = view.picks().likeness(sentence, MOST_COMPARED) > MOST_ALIKE;
    return !gone[sentence];
  }

  private void take(int sentence) {
    view.picks().add(sentence);
    wordsLeft -= view.features().words(sentence);
    gone[sentence] = true;
  }

  private boolean allFit() {
    long words = 0;
    for (int rank = 0; rank < view.rankedCount(); rank++) {
      words += view.features().words(view.ranked(rank));
    }
    return view.rankedCount() <= budget.maxSentences() && words <= wordsLeft;
  }

  private void takeAll() {
    for (int rank = 0; rank < view.rankedCount(); rank++) {
      take(view.ranked(rank));
    }
  }

  private int shortest() {
    int shortest = view.ranked(0);
    for (int rank = 1; rank < view.rankedCount(); rank++) {
      int sentence = view.ranked(rank);
      boolean isShorter = view.features().words(sentence) < view.features().words(shortest);
      shortest = isShorter ? sentence : shortest;
    }
    return shortest;
  }

  private int words(int sentences) {
    int words = 0;
    for (int i = 0; i < sentences; i++) {
      words += view.features().words(i);
    }
    return words;
  }
}
