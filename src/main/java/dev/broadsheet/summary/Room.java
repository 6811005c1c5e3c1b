package dev.broadsheet.summary;

/** What is left of a budget while sentences are taken. One thread. */
final class Room {

  /** A word budget may end with so much of it left. */
  private static final double ENOUGH = 0.4;

  private final Budget budget;
  private int sentences;
  private int words;
  private int wordsAtStart;

  Room(Budget budget) {
    this.budget = budget;
  }

  /** Begins anew, for a text of so many words. */
  void reset(int textWords) {
    sentences = budget.maxSentences();
    wordsAtStart = budget.maxWords(textWords);
    words = wordsAtStart;
  }

  /** Whether so many sentences of so many words together have room. */
  boolean has(int moreSentences, long moreWords) {
    return moreSentences <= sentences && moreWords <= words;
  }

  /** Whether a sentence of so many words would have room, were sentences not counted. */
  boolean hasWords(int moreWords) {
    return moreWords <= words;
  }

  /** Takes room for a sentence. */
  void take(int moreWords) {
    sentences--;
    words -= moreWords;
  }

  /**
   * Whether a word budget is used enough to end before a sentence that would not pay for itself.
   */
  boolean isUsedEnough() {
    return budget.sentences() == 0 && words <= ENOUGH * wordsAtStart;
  }
}
