package dev.broadsheet.read;

import java.nio.charset.Charset;

/**
 * Tells text in Windows-1252 (and so in Latin-1), the usual charset of Western archives before
 * UTF-8, from UTF-8 that was damaged and from what is no text. Immutable.
 */
final class Windows1252 {

  static final Charset CHARSET = Charset.forName("windows-1252");

  /** Text in a Western language has far less than one byte in four beyond ASCII. */
  private static final int ASCII_TO_HIGH = 3;

  /** Signs such as a broken bar or a lone cedilla are rarer than letters with accents. */
  private static final int USUAL_TO_ODD = 4;

  private static final String ODD =
      "\u0088\u0098\u009f\u00a4\u00a6\u00a8\u00ac\u00ad\u00af\u00b4\u00b8\u00d0\u00d7\u00de\u00f0\u00f7\u00fe\u00ff";

  private Windows1252() {}

  /**
   * Whether bytes that are not UTF-8 can be text in Windows-1252: none is undefined in it, none of
   * them make a character of UTF-8 (then it is UTF-8 with a damaged byte), most of all are ASCII,
   * no control character stands among them, and few are signs that texts seldom hold.
   */
  static boolean isPlausible(byte[] bytes, int begin, int end) {
    int high = 0;
    int odd = 0;
    for (int i = begin; i < end; i++) {
      byte b = bytes[i];
      if (b < 0) {
        high++;
        odd += isOdd(b) ? 1 : 0;
        if (isUndefined(b) || beginsUtf8(bytes, i, end)) {
          return false;
        }
      } else if (b < ' ' && (b < '\t' || b > '\r')) {
        return false;
      }
    }
    return high * (ASCII_TO_HIGH + 1) <= end - begin && odd * (USUAL_TO_ODD + 1) <= high;
  }

  private static boolean isUndefined(byte b) {
    int c = b & 0xFF;
    return c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D;
  }

  private static boolean isOdd(byte b) {
    return ODD.indexOf(b & 0xFF) >= 0;
  }

  /** Whether a lead byte stands here and all that it announces follows. */
  private static boolean beginsUtf8(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xFF;
    int more = lead >= 0xF5 || lead < 0xC2 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (more == 0 || at + more >= end) {
      return false;
    }
    for (int i = at + 1; i <= at + more; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
