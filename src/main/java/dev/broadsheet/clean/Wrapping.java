package dev.broadsheet.clean;

import java.util.ArrayList;
import java.util.List;

/**
 * Text cut into lines of a fixed width, as terminals and mail programs did. A cut is known by the
 * next word: it had no room on its line. If that holds for nearly all line breaks within sentences,
 * and many lines begin with a small letter, as no list does, the lines are put together; breaks
 * with room to spare end paragraphs, and stay.
 */
final class Wrapping {

  private static final int NARROWEST = 40;
  private static final int WIDEST = 100;
  private static final int FEWEST = 3;
  private static final double NEARLY_ALL = 0.8;

  /** What an indented line, whose indentation repair has taken, is shorter by. */
  private static final int INDENTATION = 5;

  private final List<String> lines;
  private final int width;

  private Wrapping(List<String> lines) {
    this.lines = lines;
    this.width = width(lines);
  }

  /**
   * The text with its lines put together; itself if it was not cut.
   *
   * @param text repaired: a blank line parts paragraphs
   */
  static String undone(String text) {
    if (text.indexOf('\n') < 0) {
      return text;
    }
    Wrapping wrapping = new Wrapping(split(text));
    return wrapping.isWrapped() ? wrapping.joined(new Hyphens(text)) : text;
  }

  /** Lines in order, empty ones too. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int begin = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
      lines.add(text.substring(begin, end));
      begin = end + 1;
    }
    lines.add(text.substring(begin));
    return lines;
  }

  /** Of the longest line that goes on in another; a long word alone may stand out. */
  private static int width(List<String> lines) {
    int width = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      boolean counts = !lines.get(i + 1).isEmpty() && lines.get(i).indexOf(' ') >= 0;
      width = counts ? Math.max(width, lines.get(i).length()) : width;
    }
    return width;
  }

  /** The first line is not judged: it may be a headline, or have lost its dateline. */
  private boolean isWrapped() {
    int open = 0;
    int full = 0;
    int small = 0;
    for (int i = 1; i + 1 < lines.size(); i++) {
      if (isInside(i) && !Lines.endsSentence(lines.get(i))) {
        open++;
        full += isFull(i) ? 1 : 0;
        small += Lines.beginsLowerCase(lines.get(i + 1)) ? 1 : 0;
      }
    }
    boolean isProse = open >= FEWEST && small * 3 >= open;
    return isProse && width >= NARROWEST && width <= WIDEST && full >= NEARLY_ALL * open;
  }

  private String joined(Hyphens hyphens) {
    StringBuilder text = new StringBuilder();
    StringBuilder open = new StringBuilder(lines.get(0));
    for (int i = 1; i < lines.size(); i++) {
      if (isInside(i - 1) && isFull(i - 1)) {
        hyphens.join(open, lines.get(i));
      } else {
        text.append(open).append('\n');
        open.setLength(0);
        open.append(lines.get(i));
      }
    }
    return text.append(open).toString();
  }

  private boolean isInside(int line) {
    return !lines.get(line).isEmpty() && !lines.get(line + 1).isEmpty();
  }

  /** Whether the first word of the next line had no room. */
  private boolean isFull(int line) {
    String next = lines.get(line + 1);
    int space = next.indexOf(' ');
    int word = space < 0 ? next.length() : space;
    return lines.get(line).length() + 1 + word > width - INDENTATION;
  }
}
