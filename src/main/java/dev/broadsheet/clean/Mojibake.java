package dev.broadsheet.clean;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that was read as Windows-1252 or Latin-1, such as {@code â€™} for an apostrophe. A run of
 * such characters is turned back into its bytes and read as UTF-8, which loses nothing; if not all
 * of the run decodes, or if it might be meant as it stands, it stays.
 */
final class Mojibake {

  /** The characters of the bytes 80 to 9F; undefined ones are as in Latin-1. */
  private static final String WINDOWS = windows();

  /** What may follow a capital in print and is a continuation byte too. */
  private static final String CLOSING = "\u00bb\u203a\u2019\u201d\u2018\u201c";

  private static final int LATIN_END = 0x180;
  private static final int EAST_ASIAN = 0x2E80;

  private Mojibake() {}

  /** The text with all runs undone that can be; the text itself if there is none. */
  static String undone(String text) {
    int lead = nextLead(text, 0);
    if (lead < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (lead >= 0) {
      int end = runEnd(text, lead);
      String decoded = decoded(text, lead, end);
      if (decoded != null) {
        out.append(text, copied, lead).append(decoded);
        copied = end;
      }
      lead = nextLead(text, Math.max(end, lead + 1));
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private static int nextLead(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (length(text.charAt(i)) > 0) {
        return i;
      }
    }
    return -1;
  }

  /** The end of the longest run of whole sequences. */
  private static int runEnd(String text, int begin) {
    int at = begin;
    while (at < text.length() && isSequence(text, at, length(text.charAt(at)))) {
      at += length(text.charAt(at));
    }
    return at;
  }

  private static boolean isSequence(String text, int at, int length) {
    if (length == 0 || at + length > text.length()) {
      return false;
    }
    for (int i = at + 1; i < at + length; i++) {
      int b = toByte(text.charAt(i));
      if (b < 0x80 || b >= 0xC0) {
        return false;
      }
    }
    return true;
  }

  /** Bytes of the UTF-8 sequence that a lead byte begins; 0 if it is none. */
  private static int length(char c) {
    if (c < 0xC2 || c > 0xF4) {
      return 0;
    }
    return c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  }

  /** What the run stands for; null if it is to stay. */
  private static String decoded(String text, int begin, int end) {
    if (end == begin || isHighLetter(text, begin - 1) || isHighLetter(text, end)) {
      return null;
    }
    String decoded = utf8(text, begin, end);
    if (decoded == null) {
      return null;
    }
    boolean isOne = decoded.codePointCount(0, decoded.length()) == 1;
    return isOne && !isUsual(decoded.codePointAt(0), text, begin, end) ? null : asText(decoded);
  }

  /**
   * What was misread twice holds bytes that are controls in Latin-1, until it is decoded twice;
   * null if it is no text then either.
   */
  private static String asText(String decoded) {
    if (decoded.codePoints().allMatch(Mojibake::isText)) {
      return decoded;
    }
    String whole = undone(decoded);
    return whole.codePoints().allMatch(Mojibake::isText) ? whole : null;
  }

  private static String utf8(String text, int begin, int end) {
    byte[] bytes = new byte[end - begin];
    for (int i = begin; i < end; i++) {
      bytes[i - begin] = (byte) toByte(text.charAt(i));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null; // no UTF-8, so it was none before
    }
  }

  /**
   * Whether one character alone is trusted: accented Latin letters, signs and emoji are; a letter
   * of another script comes in words, and a sign after a capital may close a quotation.
   */
  private static boolean isUsual(int c, String text, int begin, int end) {
    boolean closes =
        end - begin == 2
            && CLOSING.indexOf(text.charAt(begin + 1)) >= 0
            && begin > 0
            && Character.isUpperCase(text.charAt(begin - 1));
    boolean isKnown = c < LATIN_END || end - begin == 4 || (end - begin == 3 && c < EAST_ASIAN);
    return !closes && (isKnown || c == 0xFEFF || c == 0xFFFD);
  }

  private static boolean isText(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE;
  }

  private static boolean isHighLetter(String text, int at) {
    return at >= 0
        && at < text.length()
        && text.charAt(at) >= 0xC0
        && text.charAt(at) <= 0xFF
        && Character.isLetter(text.charAt(at));
  }

  /** The byte of a character in Windows-1252, else in Latin-1; -1 if it has none or is ASCII. */
  private static int toByte(char c) {
    if (c >= 0x80 && c <= 0xFF) {
      return c;
    }
    int special = c < 0x80 ? -1 : WINDOWS.indexOf(c);
    return special < 0 ? -1 : 0x80 + special;
  }

  private static String windows() {
    Charset windows = Charset.forName("windows-1252");
    StringBuilder characters = new StringBuilder();
    for (int b = 0x80; b < 0xA0; b++) {
      String c = new String(new byte[] {(byte) b}, windows);
      characters.append(c.charAt(0) == '\ufffd' ? (char) b : c.charAt(0));
    }
    return characters.toString();
  }
}
