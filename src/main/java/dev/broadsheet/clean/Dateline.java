package dev.broadsheet.clean;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place, date and agency before a story's first sentence, such as {@code BRUSSELS, April 14
 * (AP) -}. It stays in the text, but is part of no sentence.
 */
public final class Dateline {

  private static final int LONGEST = 100;

  private static final String CAPITALS =
      "\\p{Lu}[\\p{Lu}.'\u2019/-]{2,}(?: \\p{Lu}[\\p{Lu}.'\u2019/-]+){0,3}";
  private static final String NAME =
      "\\p{Lu}[\\p{L}.'\u2019/-]+(?: \\p{Lu}[\\p{L}.'\u2019-]*){0,3}";
  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6}\\.?";
  private static final String DATE =
      "(?<date>(?:%1$s \\d{1,2}|\\d{1,2} %1$s)(?<year>,? \\d{4})?)".formatted(MONTH);
  private static final String AGENCY =
      "\\((?:AP|AFP|CNN|UPI|Reuters|REUTERS|Xinhua|PTI|ANI|IANS|dpa|DPA|TASS|Kyodo|Bloomberg)\\)";

  /** After a place in capitals and before a dash an agency needs no name that is known. */
  private static final String ANY_AGENCY = "(?:\\(\\p{Lu}[\\p{L}.]{1,15}\\)|/\\p{Lu}\\p{L}{1,15}/)";

  private static final String START = "(?=[\"\u201c\u2018']?\\p{Lu})";

  /** An agency, a place of any case and a date before it; or a place in capitals and a dash. */
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile(
              "(?:%s(?:, %s)?)?(?:,? ?%s)?,? ?%s(?: ?(?:--?|\u2013|\u2014|_))? ?%s"
                  .formatted(NAME, NAME, DATE, AGENCY, START)),
          Pattern.compile(
              "%s(?:, %s)?(?:,? %s)?(?: ?%s)?(?: (?:--?|\u2013|_) | ?(?:--|\u2014) ?)%s"
                  .formatted(CAPITALS, NAME, DATE, ANY_AGENCY, START)));

  private Dateline() {}

  /** Where the first sentence of the paragraph {@code text[begin, end)} begins. */
  public static int end(String text, int begin, int end) {
    Matcher dateline = match(text, begin, end);
    return dateline == null ? begin : dateline.end();
  }

  /** The date in the text's first line, if its year is there; else null. */
  static String date(String text) {
    int line = text.indexOf('\n');
    Matcher dateline = match(text, 0, line < 0 ? text.length() : line);
    return dateline == null || dateline.group("year") == null ? null : dateline.group("date");
  }

  private static Matcher match(String text, int begin, int end) {
    int limit = Math.min(end, begin + LONGEST);
    if (!mayBe(text, begin, limit)) {
      return null;
    }
    for (Pattern shape : SHAPES) {
      Matcher matcher = shape.matcher(text).region(begin, limit);
      if (matcher.lookingAt()) {
        return matcher;
      }
    }
    return null;
  }

  /** Before the costly look: a capital or bracket begins it, and a bracket or dash is in it. */
  private static boolean mayBe(String text, int begin, int end) {
    boolean begins =
        begin < end && (text.charAt(begin) == '(' || Character.isUpperCase(text.charAt(begin)));
    for (int i = begin; begins && i < end; i++) {
      if (isMark(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(char c) {
    return c == '(' || c == '-' || c == '_' || c == '\u2013' || c == '\u2014';
  }
}
