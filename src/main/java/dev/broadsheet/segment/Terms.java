package dev.broadsheet.segment;

/**
 * 64-bit names of words: equal words, whatever their case, have equal terms.
 *
 * <p>Among a million different words two share a term with probability 3e-8, so a term stands for
 * its word. The hash is FNV-1a over UTF-16 units, finished by MurmurHash3's 64-bit mixer; it does
 * not depend on locale, JVM or machine, so that terms may be stored in models.
 */
public final class Terms {

  /** The term of a token that holds neither letter nor digit. */
  public static final long NONE = 0;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Terms() {}

  /** The term of a whole word. */
  public static long of(CharSequence word) {
    return of(word, 0, word.length());
  }

  /**
   * The term of {@code text[begin, end)}, {@link #NONE} if that holds neither letter nor digit.
   * Letters are lower-cased one by one and a curly apostrophe is a straight one.
   */
  public static long of(CharSequence text, int begin, int end) {
    long hash = FNV_OFFSET;
    boolean isWord = false;
    for (int i = begin; i < end; i++) {
      char c = fold(text.charAt(i));
      isWord |= Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      hash = (hash ^ c) * FNV_PRIME;
    }
    return isWord ? nonZero(mix(hash)) : NONE;
  }

  /** The term of two words in this order. */
  public static long bigram(long first, long second) {
    return nonZero(mix(first * 31 + Long.rotateLeft(second, 29)));
  }

  /** Whether the character is an apostrophe, straight or curly. */
  public static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return isApostrophe(c) ? '\'' : Character.toLowerCase(c);
  }

  private static long nonZero(long hash) {
    return hash == NONE ? 1 : hash;
  }

  private static long mix(long h) {
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
