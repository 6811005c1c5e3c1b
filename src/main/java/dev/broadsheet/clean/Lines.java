package dev.broadsheet.clean;

/** What lines of text look like. */
final class Lines {

  private static final String CLOSING = "\"'\u201d\u2019\u00bb)]";
  private static final String TERMINAL = ".!?\u2026:;";

  private Lines() {}

  /** Whether a sentence, or what leads to a list or quote, ends here; closing quotes left aside. */
  static boolean endsSentence(CharSequence line) {
    int last = line.length() - 1;
    while (last > 0 && CLOSING.indexOf(line.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && TERMINAL.indexOf(line.charAt(last)) >= 0;
  }

  static boolean beginsLowerCase(String line) {
    return !line.isEmpty() && Character.isLowerCase(line.codePointAt(0));
  }

  static boolean beginsWithLetter(String line) {
    return !line.isEmpty() && Character.isLetter(line.codePointAt(0));
  }

  /** Whether both have the same letters and digits, whatever their case. */
  static boolean same(String one, String other) {
    int i = word(one, 0);
    int j = word(other, 0);
    if (i == one.length() && j == other.length()) {
      return one.equals(other);
    }
    while (i < one.length() && j < other.length() && fold(one, i) == fold(other, j)) {
      i = word(one, i + 1);
      j = word(other, j + 1);
    }
    return i == one.length() && j == other.length();
  }

  private static int fold(String line, int i) {
    return Character.toLowerCase(Character.toUpperCase(line.charAt(i)));
  }

  /** The next letter, digit or half of a supplementary character, from here on. */
  private static int word(String line, int from) {
    int i = from;
    while (i < line.length() && !isWord(line.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
