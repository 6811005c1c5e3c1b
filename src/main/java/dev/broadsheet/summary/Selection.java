package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * Picks sentences from the first to the last, within a budget. The sentence that follows the picks
 * is the next pick, unless it is in doubt and one soon after it is worth clearly more to a reader
 * and can be understood without what is left out between: a gap has to be proved, going on has not.
 * A sentence that asks or announces is no last pick, and nothing is left out after it. One thread.
 */
final class Selection {

  /** Sentences that may be left out in one place: from further down most picks had a problem. */
  private static final int LONGEST_GAP = 4;

  /** Picks chosen with care; a longer summary goes on without jumps. */
  private static final int MOST_CHOSEN = 8;

  /** The highest cosine of two picks. */
  private static final double MOST_ALIKE = 0.6;

  /** The highest log-odds of a problem in a sentence after a gap. */
  static final double MOST_PROBLEM = -2.1;

  /** A sentence that follows with lower log-odds of a problem is not left out. */
  private static final double DOUBT = -1;

  /**
   * The highest log-odds of a problem in a sentence that is only taken as nothing better is there.
   */
  private static final double LAST_RESORT = 0;

  /** What a sentence after a gap must be worth more than the one that follows the picks. */
  private static final double GAIN = 0.3;

  /** No sentence is worth more; those that cannot win even so are not looked at. */
  private static final double MOST_WORTH = 1;

  /** What the ranker's first score counts beside a sentence's worth, and what a word costs. */
  private static final double RANK_WEIGHT = 0.4;

  private static final double WORD_COST = 0.01;

  /** Words that an answer must have room for. */
  private static final int SHORT_ANSWER = 8;

  private final RankerModel model;
  private final ArticleView view;
  private final Room room;
  private final long[] rowKeys = new long[PickFeatures.COUNT];
  private boolean[] gone = new boolean[64];
  private SegmentedText body;
  private Choice choice;

  Selection(Budget budget, RankerModel model, ArticleView view) {
    this.model = model;
    this.view = view;
    this.room = new Room(budget);
  }

  /** The next pick, as far as candidates have been looked at. */
  private static final class Choice {
    int sentence = -1;
    double value = Double.NEGATIVE_INFINITY;
    int safest = -1;
    double leastProblem = LAST_RESORT;

    void offer(int candidate, double candidateValue) {
      sentence = candidateValue > value ? candidate : sentence;
      value = Math.max(value, candidateValue);
    }

    void offerSafe(int candidate, double problem) {
      safest = problem < leastProblem ? candidate : safest;
      leastProblem = Math.min(leastProblem, problem);
    }
  }

  /** Adds picks to the view's until the budget is used up or no sentence is left to pick. */
  void select(SegmentedText article) {
    body = article;
    int n = body.sentenceCount();
    gone = gone.length < n ? new boolean[n * 2] : gone;
    Arrays.fill(gone, 0, n, false);
    room.reset(view.features().wordsOfFirst(n));
    int pick = next(-1);
    while (pick >= 0 && view.picks().count() < MOST_CHOSEN) {
      take(pick);
      pick = next(pick);
    }
    goOn(pick);
    fillGaps();
    if (view.picks().count() == 0 && view.rankedCount() > 0) {
      take(shortest());
    }
  }

  /** The pick after the last one, or -1 if none is left that has room and may stand there. */
  private int next(int last) {
    int sentence = following(last);
    choice = new Choice();
    if (sentence >= 0 && offerFollowing(sentence) && (last < 0 || !view.opens(last))) {
      for (int gap = 1; gap <= LONGEST_GAP && (sentence = following(sentence)) >= 0; gap++) {
        offerJump(sentence);
      }
    }
    return choice.sentence >= 0 ? choice.sentence : choice.safest;
  }

  /** Offers the sentence that follows the picks; tells whether another may take its place. */
  private boolean offerFollowing(int sentence) {
    if (!hasRoom(sentence)) {
      return true;
    }
    float[] row = row(sentence);
    double problem = model.problem().score(row, 0, rowKeys);
    choice.offerSafe(sentence, problem);
    boolean isUnfinished = isUnfinished(sentence);
    if (!isUnfinished) {
      choice.offer(sentence, value(sentence, row) + GAIN);
    }
    boolean isFirst = view.picks().count() == 0;
    return isUnfinished || problem > (isFirst ? LAST_RESORT : DOUBT);
  }

  private void offerJump(int sentence) {
    if (MOST_WORTH + place(sentence) > choice.value
        && hasRoom(sentence)
        && isNew(sentence)
        && !isUnfinished(sentence)) {
      float[] row = row(sentence);
      double problem = model.problem().score(row, 0, rowKeys);
      choice.offerSafe(sentence, problem);
      if (problem <= MOST_PROBLEM) {
        choice.offer(sentence, value(sentence, row));
      }
    }
  }

  private double value(int sentence, float[] row) {
    return Math.min(MOST_WORTH, model.worth().score(row, 0, rowKeys)) + place(sentence);
  }

  /** What is known of a sentence's value without looking at the picks. */
  private double place(int sentence) {
    return RANK_WEIGHT * view.score(sentence) - WORD_COST * words(sentence);
  }

  private float[] row(int sentence) {
    return view.picks().row(sentence, view.rank(sentence));
  }

  /** The first sentence after another that may be picked, or -1. */
  private int following(int last) {
    int sentence = last + 1;
    while (sentence < body.sentenceCount() && (view.isBarred(sentence) || !isNew(sentence))) {
      sentence++;
    }
    return sentence < body.sentenceCount() ? sentence : -1;
  }

  /** Whether the sentence asks or announces, and the summary has no room for what comes then. */
  private boolean isUnfinished(int sentence) {
    return view.opens(sentence) && !room.has(2, words(sentence) + SHORT_ANSWER);
  }

  /** Takes sentence after sentence from one on: a long summary costs no more than that. */
  private void goOn(int from) {
    int sentence = from;
    while (sentence >= 0 && hasRoom(sentence)) {
      take(sentence);
      sentence = following(sentence);
    }
  }

  /** What was jumped over has its turn, the best first, when nothing is left further down. */
  private void fillGaps() {
    for (int rank = 0; rank < view.rankedCount(); rank++) {
      int sentence = view.ranked(rank);
      if (!gone[sentence] && hasRoom(sentence) && sentence < lastPick() && isNew(sentence)) {
        take(sentence);
      }
    }
  }

  private int lastPick() {
    int count = view.picks().count();
    return count == 0 ? -1 : view.picks().pick(count - 1);
  }

  private boolean hasRoom(int sentence) {
    return room.has(1, words(sentence));
  }

  /** Whether the sentence is unlike the picks; if not, it never will be. */
  private boolean isNew(int sentence) {
    gone[sentence] |= view.picks().likeness(sentence) > MOST_ALIKE;
    return !gone[sentence];
  }

  private void take(int sentence) {
    view.picks().add(sentence);
    room.take(words(sentence));
    gone[sentence] = true;
  }

  private int shortest() {
    int shortest = view.ranked(0);
    for (int rank = 1; rank < view.rankedCount(); rank++) {
      int sentence = view.ranked(rank);
      shortest = words(sentence) < words(shortest) ? sentence : shortest;
    }
    return shortest;
  }

  private int words(int sentence) {
    return view.features().words(sentence);
  }
}
