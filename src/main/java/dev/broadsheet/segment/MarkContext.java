package dev.broadsheet.segment;

import java.nio.CharBuffer;
import opennlp.tools.util.StringUtil;

/**
 * A line, and where the words around a mark in it lie, by the rules of OpenNLP's
 * DefaultSDContextGenerator. Marks are visited in order and what they share is found once, so the
 * cost is linear in the line, however long its words. One thread at a time.
 */
final class MarkContext {

  char[] text = new char[1024];
  int length;

  /** The mark looked at. */
  int mark;

  /** Where the text before the mark begins: at the mark before, or the white space. */
  int prefixBegin;

  /** Where the word before that begins, with its white space. */
  int previousBegin;

  /** Where the text after the mark ends: at the next mark, or with the white space. */
  int suffixEnd;

  /** Where the word after that ends, with its white space. */
  int nextEnd;

  /** The end of the word that holds the mark: white space or the line's end. */
  int wordEnd;

  private int spaceBefore;
  private int spaceAfter;

  /** Takes the line {@code source[begin, end)}. */
  void load(String source, int begin, int end) {
    length = end - begin;
    text = length > text.length ? new char[Math.max(length, 2 * text.length)] : text;
    source.getChars(begin, end, text, 0);
    wordEnd = 0;
  }

  /** The line as OpenNLP takes it. */
  CharSequence line() {
    return CharBuffer.wrap(text, 0, length);
  }

  boolean isWhite(int at) {
    return at >= 0 && StringUtil.isWhitespace(text[at]);
  }

  /** Goes to the word that holds the mark. */
  void enterWord(int newMark) {
    mark = newMark;
    if (newMark >= wordEnd) {
      wordEnd = skipWord(newMark + 1);
      spaceBefore = spaceBefore(newMark);
      spaceAfter = wordEnd < length ? skipSpace(wordEnd) - 1 : length;
    }
  }

  /** Finds the words around the mark entered; the next mark is at {@code following}, or none. */
  void look(EndModel model, int following) {
    int at = mark - 1;
    while (at > spaceBefore && !model.isMark(text[at])) {
      at--;
    }
    prefixBegin = Math.max(at, spaceBefore);
    previousBegin = prefixBegin > spaceBefore ? spaceBefore : spaceBefore(spaceBefore);
    suffixEnd = Math.min(following, wordEnd < length - 1 ? spaceAfter : length - 1);
    suffixEnd = mark == length - 1 ? length : suffixEnd;
    nextEnd = suffixEnd + 2 <= wordEnd ? spaceAfter : nextEnd(suffixEnd + 2);
  }

  int skipWord(int from) {
    int at = from;
    while (at < length && !StringUtil.isWhitespace(text[at])) {
      at++;
    }
    return at;
  }

  int skipSpace(int from) {
    int at = from;
    while (at < length && StringUtil.isWhitespace(text[at])) {
      at++;
    }
    return at;
  }

  /** The last white space of the first run from here, or the line's end. */
  private int nextEnd(int from) {
    int space = skipWord(from);
    return space < length ? skipSpace(space) - 1 : length;
  }

  /** The first white space of the last run before here, or 0. */
  private int spaceBefore(int from) {
    int at = from - 1;
    while (at > 0 && !StringUtil.isWhitespace(text[at])) {
      at--;
    }
    while (at > 0 && StringUtil.isWhitespace(text[at - 1])) {
      at--;
    }
    return Math.max(at, 0);
  }
}
