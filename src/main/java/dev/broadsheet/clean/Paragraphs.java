package dev.broadsheet.clean;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Lines to paragraphs. Each line is one, unless it goes on with the sentence that the last began:
 * whether it does is told by its first letter and by the whole of the last, so that joined
 * paragraphs are judged again as they were.
 */
final class Paragraphs {

  /** A line longer than this is body text, not a heading or list item. */
  private static final int BODY = 80;

  /** The first line may be a headline, and those are longer. */
  private static final int FIRST_BODY = 120;

  /** How much of a paragraph's begin or end is looked at: long ones grow by many lines. */
  private static final int LOOK = 1000;

  private static final Set<String> LINKING =
      Set.of(
          ("a an the and or but of for in on to at by from with as into over under about between"
                  + " that than is are was were be has have had will would his her its their")
              .split(" "));

  private Paragraphs() {}

  /** The lines of a repaired text. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (end > begin) {
        lines.add(text.substring(begin, end));
      }
      begin = end + 1;
    }
    return lines;
  }

  /** The paragraphs that the lines make. */
  static List<String> joined(Collection<String> lines, Hyphens hyphens) {
    List<String> paragraphs = new ArrayList<>(lines.size());
    StringBuilder open = new StringBuilder();
    String last = null;
    for (String line : lines) {
      if (last == null) {
        last = line;
      } else if (goesOn(open.isEmpty() ? last : open, line, paragraphs.isEmpty())) {
        hyphens.join(open.isEmpty() ? open.append(last) : open, line);
      } else {
        paragraphs.add(open.isEmpty() ? last : open.toString());
        open.setLength(0);
        last = line;
      }
    }
    if (last != null) {
      paragraphs.add(open.isEmpty() ? last : open.toString());
    }
    return paragraphs;
  }

  private static boolean goesOn(CharSequence last, String line, boolean isFirst) {
    if (Lines.endsSentence(last)) {
      return false;
    }
    return Lines.beginsLowerCase(line)
        ? hasSpace(last) && !isListItem(last)
        : Lines.beginsWithLetter(line)
            && last.length() > (isFirst ? FIRST_BODY : BODY)
            && endsInSentence(last)
            && isProse(last);
  }

  /** A single word is no sentence begun, but an item of a list. */
  private static boolean hasSpace(CharSequence line) {
    int end = Math.min(line.length(), LOOK);
    int i = 0;
    while (i < end && line.charAt(i) != ' ') {
      i++;
    }
    return i < end;
  }

  /** Half of the last words or more begin with a small letter: no heading, no list of names. */
  private static boolean isProse(CharSequence line) {
    int words = 0;
    int small = 0;
    for (int i = Math.max(0, line.length() - LOOK); i < line.length(); i++) {
      if (i == 0 || line.charAt(i - 1) == ' ') {
        words++;
        small += Character.isLowerCase(line.charAt(i)) ? 1 : 0;
      }
    }
    return small * 2 >= words;
  }

  private static boolean isListItem(CharSequence line) {
    return "-\u2013\u2014*\u2022\u25cf\u25aa\u00b7".indexOf(line.charAt(0)) >= 0;
  }

  /** After a comma, a name, or a word that no sentence ends with. */
  private static boolean endsInSentence(CharSequence line) {
    int end = line.length();
    if (line.charAt(end - 1) == ',') {
      return true;
    }
    int begin = end;
    while (begin > 0 && end - begin < LOOK && line.charAt(begin - 1) != ' ') {
      begin--;
    }
    return Character.isLetterOrDigit(line.charAt(end - 1))
        && (Character.isUpperCase(line.charAt(begin))
            || LINKING.contains(line.subSequence(begin, end).toString()));
  }
}
