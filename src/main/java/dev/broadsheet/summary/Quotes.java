package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/** Which sentences begin within a quotation that an earlier one opened. One thread. */
final class Quotes {

  private boolean[] inside = new boolean[64];
  private char[] chars = new char[4096];

  /** Follows the quotation marks through a text; a line break ends every quotation. */
  void read(SegmentedText body) {
    int n = body.sentenceCount();
    inside = inside.length <= n ? new boolean[n * 2 + 1] : inside;
    Arrays.fill(inside, 0, n + 1, false);
    fill(body.text());
    boolean isOpen = false;
    int at = 0;
    for (int i = 0; i < n; i++) {
      isOpen = follow(at, body.sentenceBegin(i), isOpen);
      inside[i] = isOpen && !isQuote(chars[body.sentenceBegin(i)]);
      isOpen = follow(body.sentenceBegin(i), body.sentenceEnd(i), isOpen);
      at = body.sentenceEnd(i);
    }
  }

  private void fill(String text) {
    chars = chars.length <= text.length() ? new char[text.length() * 2] : chars;
    text.getChars(0, text.length(), chars, 0);
    chars[text.length()] = ' ';
  }

  /** Whether the sentence begins within a quotation; no for the one after the last. */
  boolean isInside(int sentence) {
    return sentence < inside.length && inside[sentence];
  }

  /** Whether this is a double quotation mark of any kind. */
  static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '`' || c == '„' || c == '«' || c == '»';
  }

  /** Whether the sentence is a whole quotation, with no word of who said it. */
  boolean isBare(SegmentedText text, int sentence) {
    int last = text.sentenceEnd(sentence) - 1;
    return isQuote(text.text().charAt(text.sentenceBegin(sentence)))
        && isEnd(text.text(), last)
        && close(text, sentence) >= last - 1;
  }

  /** Whether it opens on words in quotation marks that all have capitals: “Their Long Winter”. */
  boolean opensOnTitle(SegmentedText text, int sentence) {
    int begin = text.sentenceBegin(sentence);
    if (!isQuote(text.text().charAt(begin))) {
      return false;
    }
    int close = close(text, sentence);
    int words = 0;
    for (int t = text.firstToken(sentence); text.tokenEnd(t) <= close; t++) {
      if (text.term(t) != Terms.NONE) {
        words++;
        if (!text.isCapital(t)) {
          return false;
        }
      }
    }
    return words > 1;
  }

  /** Where the quotation that opens the sentence closes; at the latest, its last character. */
  private static int close(SegmentedText text, int sentence) {
    int last = text.sentenceEnd(sentence) - 1;
    int i = text.sentenceBegin(sentence) + 2;
    while (i < last && !isQuote(text.text().charAt(i))) {
      i++;
    }
    return Math.min(i, last);
  }

  private static boolean isEnd(String s, int last) {
    return isQuote(s.charAt(last)) || (s.charAt(last) == '\'' && s.charAt(last - 1) == '\'');
  }

  private boolean follow(int begin, int end, boolean isOpen) {
    boolean open = isOpen;
    for (int i = begin; i < end; i++) {
      char c = chars[i];
      if (isLetterOrSpace(c)) {
        continue;
      }
      if (c == '\n') {
        open = false;
      } else if (c == '"') {
        open = opens(i, open);
      } else if (c == '“' || c == '`') {
        open = true;
      } else if (c == '”' || (c == '\'' && i > 0 && chars[i - 1] == '\'')) {
        open = false;
      }
    }
    return open;
  }

  /** Nearly all characters are no marks, and most of these are told so. */
  private static boolean isLetterOrSpace(char c) {
    return (c >= 'a' && c <= 'z') || c == ' ';
  }

  /** A straight mark opens after a space and closes before one; else it turns what was. */
  private boolean opens(int i, boolean isOpen) {
    boolean isAfterSpace = i == 0 || " \n([—-".indexOf(chars[i - 1]) >= 0;
    boolean isBeforeSpace = " \n.,;:?!)]".indexOf(chars[i + 1]) >= 0;
    return isAfterSpace == isBeforeSpace ? !isOpen : isAfterSpace;
  }
}
