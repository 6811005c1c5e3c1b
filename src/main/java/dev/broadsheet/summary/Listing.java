package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;

/**
 * Tells lines that begin with a number, a bullet or a time of day: the items of a list, the entries
 * of a live blog. One article at a time.
 */
final class Listing {

  /** Lines that make a list or a live blog. */
  private static final int FEWEST = 3;

  /** In a list, one of so many lines is an item. */
  private static final int LINES_OF_ITEM = 2;

  private static final int LONGEST_NUMBER = 2;

  /** Fewer tokens before the items lead in to nothing. */
  private static final int SHORTEST_LEAD = 10;

  /** How far a time of day goes, in UTF-16 units: "12:30 p.m.". */
  private static final int LONGEST_TIME = 12;

  private static final WordSet NUMBERS = WordSet.of("three four five six seven eight nine ten");

  private static final WordSet HALVES =
      WordSet.of("a.m. p.m. am pm a.m p.m et est edt bst gmt utc");

  private SegmentedText text;
  private int items;
  private int times;
  private int lines;
  private boolean hasLead;
  private boolean isAnnounced;

  /** Takes an article in. */
  void read(SegmentedText title, SegmentedText body) {
    text = body;
    items = times = lines = 0;
    hasLead = false;
    isAnnounced = hasNumber(title);
    for (int i = 0; i < body.sentenceCount(); i++) {
      boolean isItem = isItem(i);
      hasLead |= items == 0 && !isItem && isLead(i);
      items += isItem ? 1 : 0;
      times += isTime(i) ? 1 : 0;
      lines += Lines.begins(body, i) ? 1 : 0;
    }
  }

  /** Whether the text is a list: many of its lines are items, or its title has their number. */
  boolean isOne() {
    return items >= FEWEST && (isAnnounced || items * LINES_OF_ITEM >= lines);
  }

  /** Whether the text has entries with times. */
  boolean isLiveBlog() {
    return times >= FEWEST;
  }

  /** Whether a sentence begins an item of a list that something leads in to. */
  boolean bars(int sentence) {
    return items >= FEWEST && hasLead && isItem(sentence);
  }

  private static boolean hasNumber(SegmentedText title) {
    for (int t = 0; t < title.tokenCount(); t++) {
      if (title.isNumber(t) || NUMBERS.contains(title.term(t))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is long enough to tell something, and announces nothing. */
  private boolean isLead(int sentence) {
    return text.endToken(sentence) - text.firstToken(sentence) >= SHORTEST_LEAD
        && text.text().charAt(text.sentenceEnd(sentence) - 1) != ':';
  }

  /** "3. Ask the council", "3) Ask the council", "• Ask the council". */
  private boolean isItem(int sentence) {
    if (!Lines.begins(text, sentence)) {
      return false;
    }
    int at = text.sentenceBegin(sentence);
    int begin = at;
    while (at < text.sentenceEnd(sentence) && isDigit(at)) {
      at++;
    }
    boolean isNumber = at > begin && at - begin <= LONGEST_NUMBER && hasSign(at, ".)");
    return isNumber || (at == begin && hasSign(at, "•*-–"));
  }

  /** One of the signs and a space; the text may end before. */
  private boolean hasSign(int at, String signs) {
    return text.text().startsWith(" ", at + 1) && signs.indexOf(text.text().charAt(at)) >= 0;
  }

  /** "9:45 a.m.", "14:05 GMT", "Update at 1:55 p.m. ET" is none. */
  private boolean isTime(int sentence) {
    int token = text.firstToken(sentence);
    int begin = text.sentenceBegin(sentence);
    if (!Lines.begins(text, sentence) || !isDigit(begin)) {
      return false;
    }
    for (int t = token; t < text.endToken(sentence); t++) {
      if (text.tokenBegin(t) > begin + LONGEST_TIME) {
        return false;
      }
      if (HALVES.contains(text.term(t))) {
        return true;
      }
    }
    return false;
  }

  private boolean isDigit(int at) {
    return Character.isDigit(text.text().charAt(at));
  }
}
