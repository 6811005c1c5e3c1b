package dev.broadsheet.segment;

import dev.broadsheet.article.Sentence;

/**
 * A text cut into sentences and tokens.
 *
 * <p>Sentences do not overlap, ascend, and hold no line break; every token lies in one sentence.
 * Positions of sentences and tokens are UTF-16 units, half-open, for fast access to {@link #text};
 * {@link #sentence} gives code points, as the output wants them. Immutable, safe to share.
 */
public final class SegmentedText {

  private final String text;
  private final int[] sentenceBegins;
  private final int[] sentenceEnds;
  private final int[] firstTokens;
  private final int[] tokenBegins;
  private final int[] tokenEnds;
  private final long[] terms;
  private final byte[] kinds;
  private final Sentence[] sentences;

  /**
   * Takes the arrays as its own.
   *
   * @param firstTokens a sentence's first token, and one more element: the number of tokens
   */
  SegmentedText(
      String text,
      int[] sentenceBegins,
      int[] sentenceEnds,
      int[] firstTokens,
      int[] tokenBegins,
      int[] tokenEnds,
      long[] terms,
      byte[] kinds) {
    this.text = text;
    this.sentenceBegins = sentenceBegins;
    this.sentenceEnds = sentenceEnds;
    this.firstTokens = firstTokens;
    this.tokenBegins = tokenBegins;
    this.tokenEnds = tokenEnds;
    this.terms = terms;
    this.kinds = kinds;
    this.sentences = inCodePoints(text, sentenceBegins, sentenceEnds);
  }

  public String text() {
    return text;
  }

  public int sentenceCount() {
    return sentenceBegins.length;
  }

  /** The sentence's place in code points. */
  public Sentence sentence(int sentence) {
    return sentences[sentence];
  }

  /** The sentence's own text. */
  public String sentenceText(int sentence) {
    return text.substring(sentenceBegins[sentence], sentenceEnds[sentence]);
  }

  /** The sentence's first UTF-16 unit. */
  public int sentenceBegin(int sentence) {
    return sentenceBegins[sentence];
  }

  /** One past the sentence's last UTF-16 unit. */
  public int sentenceEnd(int sentence) {
    return sentenceEnds[sentence];
  }

  /** The sentence's first token. */
  public int firstToken(int sentence) {
    return firstTokens[sentence];
  }

  /** One past the sentence's last token. */
  public int endToken(int sentence) {
    return firstTokens[sentence + 1];
  }

  public int tokenCount() {
    return tokenBegins.length;
  }

  /** The token's first UTF-16 unit. */
  public int tokenBegin(int token) {
    return tokenBegins[token];
  }

  /** One past the token's last UTF-16 unit. */
  public int tokenEnd(int token) {
    return tokenEnds[token];
  }

  /** The token's {@link Terms term}; {@link Terms#NONE} for punctuation and symbols. */
  public long term(int token) {
    return terms[token];
  }

  /** Whether the token is one of the {@link StopWords}. */
  public boolean isStopWord(int token) {
    return (kinds[token] & Tokens.STOP_WORD) != 0;
  }

  /** Whether the token is a word that {@link TextQuality} knows. */
  boolean isKnownWord(int token) {
    return (kinds[token] & Tokens.KNOWN_WORD) != 0;
  }

  /** Whether the token's first character is upper case. */
  public boolean isCapital(int token) {
    return (kinds[token] & Tokens.CAPITAL) != 0;
  }

  /** Whether the token's first character is a digit. */
  public boolean isNumber(int token) {
    return (kinds[token] & Tokens.DIGIT) != 0;
  }

  /** Whether an apostrophe, straight or curly, stands inside the token, not at its ends. */
  public boolean hasApostrophe(int token) {
    return (kinds[token] & Tokens.APOSTROPHE) != 0;
  }

  /** A fresh string of the token; for people and tests, not for the hot path. */
  public String tokenText(int token) {
    return text.substring(tokenBegins[token], tokenEnds[token]);
  }

  private static Sentence[] inCodePoints(String text, int[] begins, int[] ends) {
    Sentence[] sentences = new Sentence[begins.length];
    int units = 0;
    int points = 0;
    for (int i = 0; i < begins.length; i++) {
      int begin = points + text.codePointCount(units, begins[i]);
      points = begin + text.codePointCount(begins[i], ends[i]);
      units = ends[i];
      sentences[i] = new Sentence(i, begin, points);
    }
    return sentences;
  }
}
