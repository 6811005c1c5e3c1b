package dev.broadsheet.clean;

import java.nio.charset.Charset;
import java.text.Normalizer;
import org.jsoup.nodes.Entities;

/** HTML entities, named and numeric, as browsers read them (HTML 5, section 13.2.5). */
final class Entity {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String REPLACEMENT = "\ufffd";

  private Entity() {}

  /**
   * What an entity stands for, in NFC.
   *
   * @param name what is between ampersand and semicolon, such as {@code amp} or {@code #x26}
   * @return null if it is no entity
   */
  static String decode(String name) {
    if (name.equals("amp")) {
      return "&";
    }
    String decoded = name.startsWith("#") ? numeric(name) : Entities.getByName(name);
    return decoded.isEmpty() ? null : Normalizer.normalize(decoded, Normalizer.Form.NFC);
  }

  /** Whether a character may stand between ampersand and semicolon. */
  static boolean isName(char c) {
    return c == '#' || (c < 0x7F && Character.isLetterOrDigit(c));
  }

  private static String numeric(String name) {
    boolean hex = name.startsWith("x", 1) || name.startsWith("X", 1);
    int begin = hex ? 2 : 1;
    int radix = hex ? 16 : 10;
    int code = 0;
    for (int i = begin; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), radix);
      if (digit < 0) {
        return "";
      }
      code = Math.min(Character.MAX_CODE_POINT + 1, code * radix + digit);
    }
    return begin == name.length() ? "" : character(code);
  }

  /** Numbers that are no character are U+FFFD, and those of C1 controls are Windows-1252. */
  private static String character(int code) {
    if (code == 0
        || code > Character.MAX_CODE_POINT
        || Character.getType(code) == Character.SURROGATE) {
      return REPLACEMENT;
    }
    return code >= 0x80 && code < 0xA0
        ? new String(new byte[] {(byte) code}, WINDOWS)
        : Character.toString(code);
  }
}
