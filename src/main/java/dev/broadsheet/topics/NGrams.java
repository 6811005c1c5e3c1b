package dev.broadsheet.topics;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/**
 * The words of texts, or their word 1-2-grams, occurrence by occurrence, sentence by sentence. One
 * thread at a time.
 *
 * <p>Stop words, punctuation and numbers are left out; two words make a bigram when only stop words
 * stand between them in a sentence ("President of Turkey").
 */
public final class NGrams {

  private final boolean bigrams;
  private final int leadWords;
  private long[] terms = new long[2048];
  private int[] sentenceEnds = new int[64];
  private int size;
  private int sentenceCount;
  private int words;
  private int leadSize;

  /**
   * Without a text.
   *
   * @param bigrams whether bigrams count besides words
   * @param leadWords how many of the first words, stop words among them, make the lead
   */
  public NGrams(boolean bigrams, int leadWords) {
    this.bigrams = bigrams;
    this.leadWords = leadWords;
  }

  /** Forgets all texts. */
  public void clear() {
    size = 0;
    sentenceCount = 0;
    words = 0;
    leadSize = 0;
  }

  /** Appends the n-grams of a text's sentences. */
  public void add(SegmentedText text) {
    for (int sentence = 0; sentence < text.sentenceCount(); sentence++) {
      addSentence(text, text.firstToken(sentence), text.endToken(sentence));
    }
  }

  /** The number of n-grams, repeats included. */
  public int size() {
    return size;
  }

  /** How many of them, the first ones, are of the lead. */
  public int leadSize() {
    return leadSize;
  }

  /** Whether no word is beyond the lead. */
  public boolean isBrief() {
    return words <= leadWords;
  }

  /** The term of an n-gram: that of its word, or {@link Terms#bigram}. */
  public long term(int i) {
    return terms[i];
  }

  public int sentenceCount() {
    return sentenceCount;
  }

  /** One past the sentence's last n-gram. */
  public int sentenceEnd(int sentence) {
    return sentenceEnds[sentence];
  }

  private void addSentence(SegmentedText text, int firstToken, int endToken) {
    reserve(2 * (endToken - firstToken));
    long previous = Terms.NONE;
    for (int token = firstToken; token < endToken; token++) {
      long term = text.term(token);
      if (term == Terms.NONE) {
        previous = Terms.NONE;
        continue;
      }
      if (!text.isStopWord(token) && !text.isNumber(token)) {
        addWord(previous, term);
        previous = term;
      }
      leadSize = words++ < leadWords ? size : leadSize;
    }
    sentenceEnds[sentenceCount++] = size;
  }

  private void addWord(long previous, long term) {
    terms[size++] = term;
    if (bigrams && previous != Terms.NONE) {
      terms[size++] = Terms.bigram(previous, term);
    }
  }

  private void reserve(int more) {
    if (size + more > terms.length) {
      terms = Arrays.copyOf(terms, Math.max(size + more, 2 * terms.length));
    }
    if (sentenceCount == sentenceEnds.length) {
      sentenceEnds = Arrays.copyOf(sentenceEnds, 2 * sentenceCount);
    }
  }
}
