package dev.broadsheet.clean;

/** Headlines that stand in the text. */
final class Headline {

  /** A headline is one or two lines of a page. */
  private static final int LONGEST = 150;

  /** A paragraph as long as this is body text, whatever it ends with. */
  private static final int BODY = 60;

  private Headline() {}

  /** One line: the lines of a title joined, repeated ones once. */
  static String oneLine(String title) {
    if (title.indexOf('\n') < 0) {
      return title;
    }
    StringBuilder line = new StringBuilder(title.length());
    String last = "";
    for (String part : Paragraphs.lines(title)) {
      if (!Lines.same(part, last)) {
        line.append(line.isEmpty() ? "" : " ").append(part);
      }
      last = part;
    }
    return line.toString();
  }

  /** Whether the first line is the headline, going by the next, once more. */
  static boolean isRepeated(String first, String next) {
    return first.length() <= LONGEST && Lines.same(first, next);
  }

  /** Whether the first line looks like a headline over the next. */
  static boolean isOver(String first, String next) {
    return isHeadline(first)
        && !Lines.beginsLowerCase(next)
        && (next.length() >= BODY || Lines.endsSentence(next));
  }

  private static boolean isHeadline(String line) {
    boolean endsOpen = line.endsWith(",") || line.endsWith("-") || line.endsWith("\u2014");
    return line.length() <= LONGEST
        && beginsLikeOne(line)
        && !endsOpen
        && !Lines.endsSentence(line);
  }

  private static boolean beginsLikeOne(String line) {
    int c = line.codePointAt(0);
    return Character.isUpperCase(c)
        || Character.isDigit(c)
        || c == '"'
        || c == '\''
        || c == 0x201C
        || c == 0x2018;
  }
}
