package dev.broadsheet.segment;

import dev.broadsheet.clean.EnglishWords;
import java.util.stream.LongStream;

/**
 * How much of an English text is words: near 1 for edited prose, falling with the errors of optical
 * character recognition and with encodings that were lost.
 *
 * <p>The share of known words among all that must be known. Words of {@link EnglishWords} and
 * {@link StopWords} are known; numbers, and unknown words that begin with a capital, since names
 * have no list, do not count; words in small letters that are unknown, words with digits inside,
 * single letters and signs that no text needs count against it.
 */
public final class TextQuality {

  /** Known words that each text is given, so that one odd word in a short one decides nothing. */
  private static final double PRIOR = 5;

  private static final String NOISE =
      "~^|\\{}\u00a6\u00a8\u00ac\u00af\u00b4\u00b8\u25a0\u25a1\ufffd";

  /**
   * The upper halves of the known terms, which find the place by their lower: half the memory, and
   * two of a million words are taken for each other with probability 1e-9 still.
   */
  private static final int[] KNOWN = table();

  private TextQuality() {}

  /** In (0, 1]; 1 for a text without words. */
  public static double of(SegmentedText text) {
    int known = 0;
    int unknown = 0;
    for (int token = 0; token < text.tokenCount(); token++) {
      if (text.isKnownWord(token)) {
        known++;
      } else if (isNoise(text.text(), text.tokenBegin(token), text.tokenEnd(token))) {
        unknown++;
      }
    }
    return (known + PRIOR) / (known + unknown + PRIOR);
  }

  /** Whether the {@link Terms term} is a known word's. */
  static boolean isKnown(long term) {
    return KNOWN[slot(KNOWN, term)] != 0;
  }

  /** Whether a token that is no known word speaks against the text. */
  private static boolean isNoise(String text, int begin, int end) {
    char first = text.charAt(begin);
    if (end - begin == 1) {
      return Character.isLowerCase(first) || NOISE.indexOf(first) >= 0;
    }
    if (!Character.isLetter(first)) {
      return NOISE.indexOf(first) >= 0;
    }
    return Character.isLowerCase(first) || hasDigitInWord(text, begin, end);
  }

  /** A digit after a small letter: "l0ng", but not "G20" or "1990s". */
  private static boolean hasDigitInWord(String text, int begin, int end) {
    for (int i = begin + 1; i < end; i++) {
      if (Character.isDigit(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static int[] table() {
    int[] table = new int[Integer.highestOneBit(EnglishWords.all().size()) * 4];
    LongStream words = EnglishWords.all().stream().mapToLong(Terms::of);
    LongStream.concat(words, StopWords.terms())
        .forEach(term -> table[slot(table, term)] = name(term));
    return table;
  }

  /** Where the term is, or the free place where it would be. */
  private static int slot(int[] table, long term) {
    int slot = (int) term & (table.length - 1);
    while (table[slot] != 0 && table[slot] != name(term)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private static int name(long term) {
    return (int) (term >>> 32) | 1;
  }
}
