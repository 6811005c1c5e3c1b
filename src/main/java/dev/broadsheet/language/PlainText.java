package dev.broadsheet.language;

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

  private char[] chars = new char[1024];
  private int length;

  /** Takes a text. */
  void load(String text) {
    fill(text);
    blankEmoji();
    if (RareSigns.in(chars, length)) {
      fill(OPEN_NLP.normalize(text).toString());
    } else {
      blankFaces();
      blankNumbers();
      shrinkSpaces();
      shrinkRepeats();
      trim();
    }
    for (int i = 0; i < length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
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
    if (c == RareSigns.LAST_PLANE) {
      return false;
    }
    return c == '-' || c >= 0xd83c || isPair(at);
  }

  private boolean isPair(int at) {
    return at + 1 < length && Character.isSurrogatePair(chars[at], chars[at + 1]);
  }

  /** Such as {@code :)} and the "xp" of "expect". */
  private void blankFaces() {
    int to = 0;
    for (int from = 0; from < length; from++) {
      if (isEyes(chars[from]) && from + 1 < length && isMouth(chars[from + 1])) {
        chars[to++] = ' ';
        from++;
      } else {
        chars[to++] = chars[from];
      }
    }
    length = to;
  }

  private static boolean isEyes(char c) {
    return c == ':' || c == ';' || c == 'x' || c == 'X';
  }

  private static boolean isMouth(char c) {
    return "()dopDOP".indexOf(c) >= 0;
  }

  /** A run becomes one space. */
  private void blankNumbers() {
    int to = 0;
    for (int from = 0; from < length; from++) {
      if (!isDigit(chars[from])) {
        chars[to++] = chars[from];
      } else if (from + 1 == length || !isDigit(chars[from + 1])) {
        chars[to++] = ' ';
      }
    }
    length = to;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A run of two or more becomes one space. */
  private void shrinkSpaces() {
    int to = 0;
    for (int from = 0; from < length; ) {
      int begin = from;
      while (from < length && isSpace(chars[from])) {
        from++;
      }
      if (from > begin) {
        chars[to++] = from == begin + 1 ? chars[begin] : ' ';
      } else {
        chars[to++] = chars[from++];
      }
    }
    length = to;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** A run of three or more becomes two of its first. */
  private void shrinkRepeats() {
    int to = 0;
    for (int from = 0; from < length; ) {
      int begin = from;
      char c = chars[begin];
      from = runEnd(begin);
      chars[to++] = c;
      if (from > begin + 1) {
        chars[to++] = from == begin + 2 ? chars[begin + 1] : c;
      }
    }
    length = to;
  }

  /** Capitals of ASCII are as their small letters; line ends make no runs. */
  private int runEnd(int begin) {
    int end = begin + 1;
    while (end < length && fold(chars[end]) == fold(chars[begin]) && !isLineEnd(chars[begin])) {
      end++;
    }
    return end;
  }

  private static int fold(char c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
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
}
