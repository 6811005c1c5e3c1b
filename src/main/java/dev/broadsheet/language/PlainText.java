package dev.broadsheet.language;

import java.util.Arrays;
import opennlp.tools.util.normalizer.AggregateCharSequenceNormalizer;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;

/**
 * A text as OpenNLP's language detector sees it: without emoji, addresses, hashtags, digits and
 * long repeats, in small letters. One thread at a time.
 *
 * <p>OpenNLP does this with nine regular expressions. What they change in ordinary prose is done
 * here in place; a text with a {@link RareSigns sign} of anything else is left to OpenNLP's own.
 */
final class PlainText {

  private static final CharSequenceNormalizer OPEN_NLP =
      new AggregateCharSequenceNormalizer(
          EmojiCharSequenceNormalizer.getInstance(),
          UrlCharSequenceNormalizer.getInstance(),
          TwitterCharSequenceNormalizer.getInstance(),
          NumberCharSequenceNormalizer.getInstance(),
          ShrinkCharSequenceNormalizer.getInstance());

  /** What a character of ASCII can begin. */
  private static final byte[] KINDS = kinds();

  private static final byte WHITE = 1;
  private static final byte DIGIT = 2;
  private static final byte EYES = 3;

  private char[] chars = new char[1024];
  private int length;

  /** Takes a text. */
  void load(String text) {
    fill(text);
    blankEmoji();
    if (RareSigns.in(chars, length)) {
      fill(OPEN_NLP.normalize(text).toString());
      lower();
    } else {
      blankGaps();
      trim();
      shrinkRepeats();
    }
  }

  int length() {
    return length;
  }

  char charAt(int index) {
    return chars[index];
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  private void fill(String text) {
    length = text.length();
    chars = length > chars.length ? new char[Math.max(length, 2 * chars.length)] : chars;
    text.getChars(0, length, chars, 0);
  }

  /** A run becomes one space. */
  private void blankEmoji() {
    int to = 0;
    for (int from = 0; from < length; from++) {
      if (!isEmoji(from)) {
        chars[to++] = chars[from];
      } else if (from + 1 == length || !isEmoji(from + 1)) {
        chars[to++] = ' ';
      }
    }
    length = to;
  }

  /**
   * The pattern meant for emoji holds the hyphen, all pairs of surrogates (but some with U+DBFF,
   * which is a rare sign) and all from U+D83C on.
   */
  private boolean isEmoji(int at) {
    char c = chars[at];
    return c == '-'
        || (c >= Character.MIN_SURROGATE
            && c != RareSigns.LAST_PLANE
            && (c >= 0xd83c || isPair(at)));
  }

  private boolean isPair(int at) {
    return at + 1 < length && Character.isSurrogatePair(chars[at], chars[at + 1]);
  }

  /** Smileys, numbers and white space: each is a space, and so are some in a row. */
  private void blankGaps() {
    int to = 0;
    int from = 0;
    boolean inGap = false;
    while (from < length) {
      int end = gapEnd(from);
      boolean isGap = end > from;
      if (!isGap) {
        chars[to++] = chars[from];
        end++;
      } else if (inGap) {
        chars[to - 1] = ' ';
      } else {
        chars[to++] = kind(chars[from]) == WHITE ? chars[from] : ' ';
      }
      inGap = isGap;
      from = end;
    }
    length = to;
  }

  /** Where the white space, number or smiley ends that begins here; here if none does. */
  private int gapEnd(int begin) {
    return switch (kind(chars[begin])) {
      case WHITE -> begin + 1;
      case DIGIT -> numberEnd(begin);
      case EYES -> begin + 1 < length && isMouth(chars[begin + 1]) ? begin + 2 : begin;
      default -> begin;
    };
  }

  private int numberEnd(int begin) {
    int end = begin + 1;
    while (end < length && kind(chars[end]) == DIGIT) {
      end++;
    }
    return end;
  }

  private static byte kind(char c) {
    return c < KINDS.length ? KINDS[c] : 0;
  }

  /** Of such as {@code :)} and the "xp" of "expect". */
  private static boolean isMouth(char c) {
    return "()dopDOP".indexOf(c) >= 0;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    kinds[' '] = WHITE;
    Arrays.fill(kinds, '\t', '\r' + 1, WHITE);
    Arrays.fill(kinds, '0', '9' + 1, DIGIT);
    for (char eyes : ":;xX".toCharArray()) {
      kinds[eyes] = EYES;
    }
    return kinds;
  }

  private void trim() {
    while (length > 0 && chars[length - 1] <= ' ') {
      length--;
    }
    int begin = 0;
    while (begin < length && chars[begin] <= ' ') {
      begin++;
    }
    length -= begin;
    System.arraycopy(chars, begin, chars, 0, length);
  }

  /**
   * Small letters, and two of those that come three times or more in a row. Capitals of ASCII are
   * as their small letters; line ends make no runs.
   */
  private void shrinkRepeats() {
    int to = 0;
    int run = 0;
    int last = -1;
    for (int from = 0; from < length; from++) {
      char c = chars[from];
      int folded = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
      run = folded == last && !isLineEnd(c) ? run + 1 : 1;
      last = folded;
      if (run <= 2) {
        chars[to++] = folded < KINDS.length ? (char) folded : Character.toLowerCase(c);
      }
    }
    length = to;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private void lower() {
    for (int i = 0; i < length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
  }
}
