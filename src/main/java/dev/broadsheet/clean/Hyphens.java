package dev.broadsheet.clean;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Puts lines of one text together. A hyphen that divides a word at a line's end goes ("govern-" and
 * "ment"), one that belongs to it stays ("well-" and "known"): as the same text writes the word
 * elsewhere; else it goes if the whole is a word, and stays if both halves are. One text, one
 * instance.
 */
final class Hyphens {

  /** "pre-" and "and post-war": the hyphen waits for a later word. */
  private static final Set<String> SUSPENDING = Set.of("and", "or", "to", "but");

  private static final int LONGEST = 40;

  private final String text;
  private Set<String> words;

  Hyphens(String text) {
    this.text = text;
  }

  /** Adds a line to those before it. */
  void join(StringBuilder lines, String line) {
    int last = lines.length() - 1;
    boolean dividesWord =
        last > 0
            && lines.charAt(last) == '-'
            && isLetter(lines.charAt(last - 1))
            && !line.isEmpty()
            && isLetter(line.charAt(0));
    String tail = line.substring(0, wordEnd(line));
    if (SUSPENDING.contains(tail) || !(dividesWord || isHyphen(lines, line))) {
      lines.append(' ');
    } else if (dividesWord && isDivision(lines, last, tail)) {
      lines.setLength(last);
    }
    lines.append(line);
  }

  /** Between what are no words, such as "10-" and "year-old", it stays a hyphen, not a dash. */
  private static boolean isHyphen(CharSequence lines, String line) {
    int last = lines.length() - 1;
    return last > 0
        && lines.charAt(last) == '-'
        && (Character.isLetterOrDigit(lines.charAt(last - 1)) || lines.charAt(last - 1) == '.')
        && !line.isEmpty()
        && Character.isLetterOrDigit(line.charAt(0));
  }

  private boolean isDivision(StringBuilder lines, int hyphen, String tail) {
    int begin = wordBegin(lines, hyphen);
    String head = lines.substring(begin, hyphen);
    boolean isWhole = begin == 0 || " \"'(\u201c\u2018".indexOf(lines.charAt(begin - 1)) >= 0;
    if (!isWhole || isUpper(head.charAt(head.length() - 1)) != isUpper(tail.charAt(0))) {
      return false;
    }
    String joined = lower(head + tail);
    if (words().contains(lower(head + "-" + tail))) {
      return false;
    }
    return words().contains(joined)
        || EnglishWords.contains(joined)
        || !EnglishWords.contains(head)
        || !EnglishWords.contains(tail);
  }

  /** The words of the text, small and with the hyphens within. */
  private Set<String> words() {
    if (words == null) {
      words = new HashSet<>();
      for (String word : lower(text).split("[^a-z-]+", -1)) {
        words.add(word);
      }
    }
    return words;
  }

  private static int wordBegin(StringBuilder line, int end) {
    int begin = end;
    while (begin > 0 && end - begin < LONGEST && isLetter(line.charAt(begin - 1))) {
      begin--;
    }
    return begin;
  }

  private static int wordEnd(String line) {
    int end = 0;
    while (end < Math.min(line.length(), LONGEST) && isLetter(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || isUpper(c);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
