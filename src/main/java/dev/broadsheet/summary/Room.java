package dev.broadsheet.summary;

/** What is left of a budget while sentences are taken. One thread. */
final class Room {

  private final Budget budget;
  private int sentences;
  private int words;

  Room(Budget budget) {
    this.budget = budget;
  }

  /** Begins anew, for a text of so many words. */
  void reset(int textWords) {
    sentences = budget.maxSentences();
    words = budget.maxWords(textWords);
  }

  /** Whether so many sentences of so many words together have room. */
  boolean has(int moreSentences, long moreWords) {
    return moreSentences <= sentences && moreWords <= words;
  }

  /** Takes room for a sentence. */
  void take(int moreWords) {
    sentences--;
    words -= moreWords;
  }
}
