package dev.broadsheet.segment;

import java.util.Arrays;

/**
 * A growing list of tokens: place, term and kind, which is the sum of what holds of the bits below.
 * One thread at a time.
 */
final class Tokens {

  static final int STOP_WORD = 1;
  static final int KNOWN_WORD = 2;

  /** Its first character is upper case. */
  static final int CAPITAL = 4;

  /** Its first character is a digit. */
  static final int DIGIT = 8;

  /** An apostrophe, straight or curly, stands inside it. */
  static final int APOSTROPHE = 16;

  /** How many bits a kind has. */
  static final int KIND_BITS = 5;

  private final Spans places;
  private long[] terms;
  private byte[] kinds;

  Tokens(int capacity) {
    places = new Spans(capacity);
    terms = new long[capacity];
    kinds = new byte[capacity];
  }

  void clear() {
    places.clear();
  }

  /** Adds {@code text[begin, end)}. */
  void add(String text, int begin, int end) {
    long term = Terms.of(text, begin, end);
    add(begin, end, term, kind(term) + kind(text, begin, end));
  }

  /** Adds a token of which all is known. */
  void add(int begin, int end, long term, int kind) {
    int count = places.count();
    if (count == terms.length) {
      terms = Arrays.copyOf(terms, count * 2);
      kinds = Arrays.copyOf(kinds, count * 2);
    }
    terms[count] = term;
    kinds[count] = (byte) kind;
    places.add(begin, end);
  }

  int count() {
    return places.count();
  }

  Spans places() {
    return places;
  }

  long term(int token) {
    return terms[token];
  }

  int kind(int token) {
    return kinds[token];
  }

  long[] terms() {
    return Arrays.copyOf(terms, count());
  }

  byte[] kinds() {
    return Arrays.copyOf(kinds, count());
  }

  private static int kind(long term) {
    return (StopWords.contains(term) ? STOP_WORD : 0)
        + (TextQuality.isKnown(term) ? KNOWN_WORD : 0);
  }

  private static int kind(String text, int begin, int end) {
    char first = text.charAt(begin);
    return (Character.isUpperCase(first) ? CAPITAL : 0)
        + (Character.isDigit(first) ? DIGIT : 0)
        + (hasApostrophe(text, begin + 1, end - 1) ? APOSTROPHE : 0);
  }

  private static boolean hasApostrophe(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (Terms.isApostrophe(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
