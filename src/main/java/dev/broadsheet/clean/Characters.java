package dev.broadsheet.clean;

import java.text.Normalizer;

/** What each code point becomes in clean text. */
final class Characters {

  /** Not a code point: leave it out. */
  static final int NOTHING = -1;

  static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int REPLACEMENT = 0xFFFD;

  private Characters() {}

  /** The code point to write: itself, a space, a line feed, or {@link #NOTHING}. */
  static int clean(int c) {
    if (c >= ' ' && c < 0x7F) {
      return c;
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
      case Character.CONTROL -> control(c);
      case Character.FORMAT -> format(c);
      case Character.SURROGATE -> REPLACEMENT;
      default -> isNonCharacter(c) ? NOTHING : c;
    };
  }

  /** Whether the text holds nothing for {@link Repair} to do and is in NFC. */
  static boolean isClean(CharSequence text) {
    char last = '\n';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c) && !(c == ' ' && last != ' ' && last != '\n') && !isBreak(text, i)) {
        return false;
      }
      last = c;
    }
    return last != ' ' && (last != '\n' || text.length() == 0);
  }

  /** Normalization form C; the text itself if it is in it. */
  static String composed(String text) {
    return isBelowMarks(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** A combining mark. */
  static boolean isMark(int c) {
    return c >= 0x300 && isMark((byte) Character.getType(c));
  }

  /** Whether a zero-width joiner or non-joiner beside it can matter: emoji, and cursive scripts. */
  static boolean joins(int c) {
    return (c >= 0x600 && c < 0x1D00) || (c >= 0x2190 && c < 0x2C00) || c == 0xFE0F || c >= 0x1F000;
  }

  static boolean isJoiner(int c) {
    return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
  }

  private static int control(int c) {
    return switch (c) {
      case '\t' -> ' ';
      case '\n', '\r', 0x0B, '\f', 0x85 -> '\n';
      default -> NOTHING;
    };
  }

  /** Soft hyphen, zero-width space, byte order mark, direction marks go; Arabic signs are seen. */
  private static int format(int c) {
    boolean isSeen = c >= 0x600 && c <= 0x8E2 && c != 0x61C;
    return isSeen || isJoiner(c) ? c : NOTHING;
  }

  private static boolean isNonCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  private static boolean isMark(byte type) {
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Needs no look at its neighbours: ASCII but for markup, Latin letters, general punctuation. */
  private static boolean isPlain(char c) {
    return (c > ' ' && c < 0x7F && c != '<' && c != '&')
        || (c > 0xA0 && c < 0x300 && c != 0xAD)
        || (c >= 0x2010 && c < 0x2028)
        || c == 0x20AC;
  }

  /** A line feed of one or of two in a row, not at the text's begin, and after no space. */
  private static boolean isBreak(CharSequence text, int i) {
    return text.charAt(i) == '\n'
        && i > 0
        && text.charAt(i - 1) != ' '
        && (i < 2 || text.charAt(i - 1) != '\n' || text.charAt(i - 2) != '\n');
  }

  private static boolean isBelowMarks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x300 && !isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
