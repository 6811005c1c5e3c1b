package dev.broadsheet.clean;

import java.util.Arrays;

/**
 * Clean text as it is written, and what of it may be taken back. What a character does depends on
 * what is written already and on nothing else. One text, one instance.
 */
final class Output {

  /** Longest tag, white space left out. */
  private static final int MAX_TAG = 2000;

  /** The longest name of an entity has 32 characters. */
  private static final int MAX_ENTITY = 33;

  /** Combining marks kept on one letter, as in Unicode's stream-safe format (UAX 15). */
  private static final int MAX_MARKS = 30;

  private final StringBuilder out;

  /** Characters written, white space left out: joining lines does not change their number. */
  private int solid;

  /** Combining marks at the end. */
  private int marks;

  /**
   * For each {@code <} written: its place, the solid characters before, and if {@code =} follows.
   */
  private int[] openAt = new int[8];

  private int[] openSolid = new int[8];
  private boolean[] openEquals = new boolean[8];
  private int opens;

  Output(int capacity) {
    this.out = new StringBuilder(capacity);
  }

  /** Writes letters and digits. */
  void word(String text, int begin, int end) {
    dropJoiner();
    out.append(text, begin, end);
    solid += end - begin;
    marks = 0;
  }

  /** Writes a space, unless one is there or a line begins. */
  void space() {
    dropJoiner();
    if (!out.isEmpty() && !endsWith(' ') && !endsWith('\n')) {
      out.append(' ');
      marks = 0;
    }
  }

  /** Ends the line; a third line feed in a row, and one at the text's begin, is not written. */
  void lineFeed() {
    dropJoiner();
    out.setLength(out.length() - (endsWith(' ') ? 1 : 0));
    int length = out.length();
    if (length > 0 && !(endsWith('\n') && out.charAt(length - 2) == '\n')) {
      out.append('\n');
      marks = 0;
    }
  }

  /** Writes any other code point, unless it is a joiner out of place or a mark too many. */
  void write(int c) {
    if (Characters.isJoiner(c)) {
      writeJoiner(c);
      return;
    }
    if (!Characters.joins(c)) {
      dropJoiner();
    }
    if (c == '<') {
      pushOpen();
    } else if (c == '=' && opens > 0) {
      openEquals[opens - 1] = true;
    }
    marks = Characters.isMark(c) ? marks + 1 : 0;
    if (marks > MAX_MARKS) {
      marks = MAX_MARKS;
      return;
    }
    out.appendCodePoint(c);
    solid += Character.charCount(c);
  }

  /** The tag that {@code >} would end now; null if none. */
  Tag tag() {
    dropJoiner();
    int last = opens - 1;
    return last >= 0 && solid - openSolid[last] <= MAX_TAG
        ? Tag.at(out, openAt[last], openEquals[last])
        : null;
  }

  /** Takes back all from the last {@code <} on, and returns it. */
  String takeTag() {
    int begin = openAt[opens - 1];
    String taken = out.substring(begin);
    cut(begin, openSolid[opens - 1]);
    return taken;
  }

  /** Whether the text ends with the begin of an HTML comment. */
  boolean endsWithComment() {
    int begin = out.length() - 4;
    return begin >= 0
        && opens > 0
        && openAt[opens - 1] == begin
        && out.indexOf("<!--", begin) == begin;
  }

  /** What the entity that {@code ;} would end now stands for; null if there is none. */
  String entity() {
    dropJoiner();
    int begin = entityBegin();
    return begin < 0 ? null : Entity.decode(out.substring(begin + 1));
  }

  /** Takes back all from the last ampersand on. */
  void takeEntity() {
    int begin = entityBegin();
    cut(begin, solid - (out.length() - begin));
  }

  /** What was written, without white space at its end. */
  String text() {
    dropJoiner();
    while (endsWith(' ') || endsWith('\n')) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private void writeJoiner(int c) {
    dropJoiner();
    if (!out.isEmpty() && Characters.joins(out.codePointBefore(out.length()))) {
      out.append((char) c);
      solid++;
      marks = 0;
    }
  }

  private void pushOpen() {
    if (opens == openAt.length) {
      openAt = Arrays.copyOf(openAt, opens * 2);
      openSolid = Arrays.copyOf(openSolid, opens * 2);
      openEquals = Arrays.copyOf(openEquals, opens * 2);
    }
    openAt[opens] = out.length();
    openSolid[opens] = solid;
    openEquals[opens++] = false;
  }

  /** Where the ampersand is that the last letters and digits belong to; -1 if there is none. */
  private int entityBegin() {
    int i = out.length() - 1;
    int stop = Math.max(0, i - MAX_ENTITY);
    while (i > stop && Entity.isName(out.charAt(i))) {
      i--;
    }
    return i >= 0 && out.charAt(i) == '&' ? i : -1;
  }

  private void cut(int length, int solidBefore) {
    out.setLength(length);
    solid = solidBefore;
    while (opens > 0 && openAt[opens - 1] >= length) {
      opens--;
    }
    countMarks();
  }

  private void countMarks() {
    marks = 0;
    int i = out.length();
    while (i > 0 && marks < MAX_MARKS && Characters.isMark(out.codePointBefore(i))) {
      i -= Character.charCount(out.codePointBefore(i));
      marks++;
    }
  }

  private void dropJoiner() {
    if (!out.isEmpty() && Characters.isJoiner(out.charAt(out.length() - 1))) {
      cut(out.length() - 1, solid - 1);
    }
  }

  private boolean endsWith(char c) {
    return !out.isEmpty() && out.charAt(out.length() - 1) == c;
  }
}
