package dev.broadsheet.clean;

import java.text.Normalizer;
import java.util.Arrays;
import org.jsoup.parser.Parser;

/**
 * Characters, entities, tags and white space of a text, in one pass to the right.
 *
 * <p>A character is judged by what is already written, and what it completes (an entity, a tag) is
 * taken back and replaced: so entities escaped twice, or cut by a tag, need no second pass, and
 * what was written passes again unchanged. Linear in the text's length. One text, one instance.
 */
final class Repair {

  private static final int MAX_ROUNDS = 10;

  /** Longest tag, white space left out. */
  private static final int MAX_TAG = 2000;

  /** The longest entity has 33 characters. */
  private static final int MAX_ENTITY = 34;

  /** Combining marks kept on one letter, as in Unicode's stream-safe format (UAX 15). */
  private static final int MAX_MARKS = 30;

  private final String text;
  private final StringBuilder out;
  private int next;

  /** Characters of {@link #out} other than white space. */
  private int solid;

  private int marks;

  /** For each {@code <} in {@link #out}: its place, its solid, and whether {@code =} follows it. */
  private int[] openAt = new int[8];

  private int[] openSolid = new int[8];
  private boolean[] openEquals = new boolean[8];
  private int opens;

  private boolean noEnd;
  private boolean noCommentEnd;

  private Repair(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /**
   * The repaired text: NFC, no entities or tags, no control or zero-width characters but joiners
   * that matter; lines without white space at their ends or twice in a row, at most two line feeds
   * together. The text itself if it is so already.
   */
  static String repair(String text) {
    String repaired = text;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      String before = repaired;
      repaired =
          Characters.composed(Characters.isClean(before) ? before : new Repair(before).run());
      if (repaired.equals(before)) {
        return repaired;
      }
    }
    return repaired;
  }

  private String run() {
    while (next < text.length()) {
      int wordEnd = wordEnd();
      if (wordEnd > next) {
        putWord(wordEnd);
      } else {
        int c = text.codePointAt(next);
        next += Character.charCount(c);
        put(c);
      }
    }
    trim();
    return out.toString();
  }

  private int wordEnd() {
    int end = next;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ',';
  }

  private void putWord(int end) {
    dropJoiner();
    out.append(text, next, end);
    solid += end - next;
    marks = 0;
    next = end;
  }

  private void put(int raw) {
    if (raw == '\r' && next < text.length() && text.charAt(next) == '\n') {
      return; // the line feed counts
    }
    int c = Characters.clean(raw);
    switch (c) {
      case Characters.NOTHING -> {}
      case ' ' -> space();
      case '\n' -> lineFeed();
      case '<' -> open();
      case '>' -> close();
      case ';' -> semicolon();
      default -> write(c);
    }
    if (c == '-') {
      skipComment();
    }
  }

  private void space() {
    dropJoiner();
    if (!out.isEmpty() && !endsWith(' ') && !endsWith('\n')) {
      out.append(' ');
      marks = 0;
    }
  }

  private void lineFeed() {
    dropJoiner();
    dropSpace();
    int length = out.length();
    if (length > 0 && !(endsWith('\n') && out.charAt(length - 2) == '\n')) {
      out.append('\n');
      marks = 0;
    }
  }

  private void write(int c) {
    if (Characters.isJoiner(c)) {
      writeJoiner(c);
      return;
    }
    if (!Characters.joins(c)) {
      dropJoiner();
    }
    marks = Characters.isMark(c) ? marks + 1 : 0;
    if (marks <= MAX_MARKS) {
      out.appendCodePoint(c);
      solid += Character.charCount(c);
    } else {
      marks = MAX_MARKS;
    }
    if (c == '=' && opens > 0) {
      openEquals[opens - 1] = true;
    }
  }

  private void writeJoiner(int c) {
    dropJoiner();
    if (!out.isEmpty() && Characters.joins(out.codePointBefore(out.length()))) {
      out.append((char) c);
      solid++;
      marks = 0;
    }
  }

  private void open() {
    dropJoiner();
    if (opens == openAt.length) {
      openAt = Arrays.copyOf(openAt, opens * 2);
      openSolid = Arrays.copyOf(openSolid, opens * 2);
      openEquals = Arrays.copyOf(openEquals, opens * 2);
    }
    openAt[opens] = out.length();
    openSolid[opens] = solid;
    openEquals[opens++] = false;
    write('<');
  }

  private void close() {
    dropJoiner();
    Tag tag = lastTag();
    if (tag == null) {
      write('>');
      return;
    }
    boolean ends = out.charAt(openAt[opens - 1] + 1) == '/';
    String name = out.substring(openAt[opens - 1] + 1);
    cut(openAt[opens - 1], openSolid[opens - 1]);
    tag.gap().chars().forEach(this::put);
    if (tag == Tag.HIDDEN && !ends) {
      skipHidden(name);
    }
  }

  private Tag lastTag() {
    int last = opens - 1;
    return last >= 0 && solid - openSolid[last] <= MAX_TAG
        ? Tag.at(out, openAt[last], openEquals[last])
        : null;
  }

  /** Skips what a script or style element holds; if it is never closed, nothing. */
  private void skipHidden(String tag) {
    String name = tag.regionMatches(true, 0, "script", 0, 6) ? "</script" : "</style";
    for (int at = noEnd ? -1 : text.indexOf("</", next); at >= 0; at = text.indexOf("</", at + 1)) {
      if (text.regionMatches(true, at, name, 0, name.length())) {
        next = at;
        return;
      }
    }
    noEnd = true;
  }

  private void skipComment() {
    int begin = out.length() - 4;
    if (noCommentEnd || begin < 0 || opens == 0 || openAt[opens - 1] != begin) {
      return;
    }
    if (out.charAt(begin + 1) != '!' || out.charAt(begin + 2) != '-') {
      return;
    }
    int end = text.indexOf("-->", next);
    noCommentEnd = end < 0;
    if (end >= 0) {
      next = end + 3;
      cut(begin, openSolid[opens - 1]);
    }
  }

  /** A semicolon may complete an entity, and that may be a semicolon again. */
  private void semicolon() {
    dropJoiner();
    String decoded = ";";
    while (decoded.equals(";")) {
      int begin = entityBegin();
      decoded = begin < 0 ? null : decode(out.substring(begin) + ";");
      if (decoded == null) {
        write(';');
        return;
      }
      cut(begin, solid - (out.length() - begin));
    }
    decoded.codePoints().forEach(this::put);
  }

  /** Where the ampersand is that the last letters and digits belong to; -1 if there is none. */
  private int entityBegin() {
    int stop = Math.max(0, out.length() - MAX_ENTITY);
    for (int i = out.length() - 1; i >= stop; i--) {
      char c = out.charAt(i);
      if (c == '&') {
        return i;
      }
      if (c != '#' && !(c < 0x7F && Character.isLetterOrDigit(c))) {
        return -1;
      }
    }
    return -1;
  }

  private static String decode(String entity) {
    String decoded = Parser.unescapeEntities(entity, true);
    return decoded.equals(entity) ? null : Normalizer.normalize(decoded, Normalizer.Form.NFC);
  }

  private void cut(int length, int solidBefore) {
    out.setLength(length);
    solid = solidBefore;
    while (opens > 0 && openAt[opens - 1] >= length) {
      opens--;
    }
    marks = 0;
    for (int i = length; i > 0 && marks < MAX_MARKS; marks++) {
      int c = out.codePointBefore(i);
      if (!Characters.isMark(c)) {
        return;
      }
      i -= Character.charCount(c);
    }
  }

  private void dropJoiner() {
    if (!out.isEmpty() && Characters.isJoiner(out.charAt(out.length() - 1))) {
      cut(out.length() - 1, solid - 1);
    }
  }

  private void dropSpace() {
    if (endsWith(' ')) {
      out.setLength(out.length() - 1);
    }
  }

  private void trim() {
    dropJoiner();
    while (endsWith(' ') || endsWith('\n')) {
      out.setLength(out.length() - 1);
    }
  }

  private boolean endsWith(char c) {
    return !out.isEmpty() && out.charAt(out.length() - 1) == c;
  }
}
