package dev.broadsheet.clean;

/**
 * Characters, entities, tags and white space of a text, in one pass to the right.
 *
 * <p>A character is judged by what is already written, and what it completes (an entity, a tag) is
 * taken back and replaced: so entities escaped twice, or cut by a tag, need no second pass, and
 * what was written passes again unchanged. Linear in the text's length. One text, one instance.
 */
final class Repair {

  /** Two are usual: one that repairs and one that finds nothing. */
  private static final int MAX_ROUNDS = 10;

  private final String text;
  private final Output out;
  private int next;
  private boolean noScriptEnd;
  private boolean noStyleEnd;
  private boolean noCommentEnd;

  private Repair(String text) {
    this.text = text;
    this.out = new Output(text.length());
  }

  /**
   * The repaired text: NFC, no entities or tags, no control or zero-width characters but joiners
   * that matter; lines without white space at their ends or twice in a row, at most two line feeds
   * together. The text itself if it is so already.
   */
  static String repair(String text) {
    String before = text.strip(); // so that a text that needs nothing else is left alone
    for (int round = 0; round < MAX_ROUNDS; round++) {
      String whole = Mojibake.undone(before);
      String after =
          Characters.isClean(whole) ? whole : Characters.composed(new Repair(whole).run());
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return before;
  }

  private String run() {
    while (next < text.length()) {
      int wordEnd = wordEnd();
      if (wordEnd > next) {
        out.word(text, next, wordEnd);
        next = wordEnd;
      } else {
        int c = text.codePointAt(next);
        next += Character.charCount(c);
        put(c);
      }
    }
    return out.text();
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

  private void put(int raw) {
    if (raw == '\r' && text.startsWith("\n", next)) {
      return; // the line feed counts
    }
    int c = Characters.clean(raw);
    switch (c) {
      case Characters.NOTHING -> {}
      case ' ' -> out.space();
      case '\n' -> out.lineFeed();
      case '>' -> tagEnd();
      case ';' -> entityEnd();
      case '-' -> dash();
      default -> out.write(c);
    }
  }

  private void tagEnd() {
    Tag tag = out.tag();
    if (tag == null) {
      out.write('>');
      return;
    }
    String taken = out.takeTag();
    tag.gap().chars().forEach(this::put);
    if (tag == Tag.HIDDEN && taken.regionMatches(true, 1, "script", 0, 6)) {
      noScriptEnd = noScriptEnd || !skipTo("</script");
    } else if (tag == Tag.HIDDEN && taken.regionMatches(true, 1, "style", 0, 5)) {
      noStyleEnd = noStyleEnd || !skipTo("</style");
    }
  }

  /** Skips what a script or style element holds; nothing if it is never closed. */
  private boolean skipTo(String end) {
    int at = text.indexOf("</", next);
    while (at >= 0 && !text.regionMatches(true, at, end, 0, end.length())) {
      at = text.indexOf("</", at + 1);
    }
    next = at < 0 ? next : at;
    return at >= 0;
  }

  /** A semicolon may complete an entity, and that may be a semicolon again. */
  private void entityEnd() {
    String decoded = out.entity();
    while (";".equals(decoded)) {
      out.takeEntity();
      decoded = out.entity();
    }
    if (decoded == null) {
      out.write(';');
    } else {
      out.takeEntity();
      decoded.codePoints().forEach(this::put);
    }
  }

  private void dash() {
    out.write('-');
    int end = noCommentEnd || !out.endsWithComment() ? -1 : text.indexOf("-->", next);
    if (end >= 0) {
      out.takeTag();
      next = end + 3;
    } else if (out.endsWithComment()) {
      noCommentEnd = true;
    }
  }
}
