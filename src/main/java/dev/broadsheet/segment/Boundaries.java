package dev.broadsheet.segment;

import java.util.Set;

/**
 * Where the sentence model errs about news: it cuts "Jan. 3", "8 a.m. ET" and {@code "Why?" he
 * asked}, and misses ends after a closing quotation mark, after a number, and where two sentences
 * stick together. Where no rule speaks, the model decides.
 */
final class Boundaries {

  private static final String ENDS = ".?!…";
  private static final String CLOSING = "\"”’')]";
  private static final String OPENING = "\"“‘'([";

  /** These belong to the number that follows. */
  private static final Set<String> BEFORE_NUMBERS =
      Set.of(
          "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.",
          "Dec.", "No.", "Nos.", "Art.", "Sec.", "Fig.", "Ch.", "Vol.", "pp.");

  /** Months that are written out; what follows "5 May." begins a sentence. */
  private static final Set<String> MONTHS = Set.of("March", "April", "May", "June", "July");

  /** What follows a time of day, besides brackets and words in lower case. */
  private static final Set<String> AFTER_TIMES =
      Set.of(
          "ET",
          "EST",
          "EDT",
          "CT",
          "CST",
          "CDT",
          "MT",
          "MST",
          "MDT",
          "PT",
          "PST",
          "PDT",
          "GMT",
          "UTC",
          "BST",
          "IST",
          "JST",
          "AST",
          "AEST",
          "AEDT",
          "Eastern",
          "Central",
          "Mountain",
          "Pacific",
          "Monday",
          "Tuesday",
          "Wednesday",
          "Thursday",
          "Friday",
          "Saturday",
          "Sunday",
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final Set<String> SPEECH =
      Set.of(
          "said",
          "says",
          "asked",
          "asks",
          "wrote",
          "writes",
          "tweeted",
          "added",
          "shouted",
          "wondered",
          "exclaimed",
          "replied",
          "responded",
          "demanded",
          "quipped",
          "joked");

  /** Ends of addresses, as in "Example.Org". */
  private static final Set<String> DOMAINS = Set.of("Com", "Org", "Net", "Gov", "Edu", "Tel", "Tv");

  /** A player's notice that web pages glue to the next sentence. */
  private static final String NOTICE = "Media playback is ";

  private static final String DEVICE = " device";

  private static final int LONGEST_NOTICE = 64;

  /** How many words a speaker's name may have. */
  private static final int LONGEST_NAME = 3;

  /** How many characters "Tarn said." may have. */
  private static final int LONGEST_TAG = 24;

  /** How much of a text is looked at for capitals, of which one in so many units must be one. */
  private static final int LOOKED_AT = 1000;

  private static final int FEWEST_CAPITALS_OF = 300;

  private Boundaries() {}

  /**
   * Whether a text has capitals, by its beginning. In one that was lower-cased, what begins in
   * lower case may well be a sentence.
   */
  static boolean isCased(String text) {
    int length = Math.min(text.length(), LOOKED_AT);
    int capitals = 0;
    for (int i = 0; i < length; i++) {
      capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return capitals * FEWEST_CAPITALS_OF >= length;
  }

  /** Whether the sentence {@code text[begin, end)} goes on with the one at {@code [next, to)}. */
  static boolean join(String text, boolean isCased, int begin, int end, int next, int to) {
    return !hasWord(text, next, to)
        || (isCased && isLowerCase(text, next, to))
        || isListNumber(text, begin, end)
        || !isEnded(text, begin, end)
        || isBeforeNumber(text, begin, end, next)
        || isTimeOfDay(text, begin, end, next, to)
        || isAskedBySpeaker(text, begin, end, next, to)
        || Abbreviations.join(text, begin, end, next, to);
  }

  /**
   * The first end of a sentence within {@code text[begin, end)} that the model does not see, or -1.
   */
  static int missed(String text, int begin, int end) {
    int afterNotice = text.startsWith(NOTICE, begin) ? afterNotice(text, begin, end) : -1;
    if (afterNotice >= 0) {
      return afterNotice;
    }
    for (int mark = begin + 1; mark < end - 1; mark++) {
      if (isMark(text.charAt(mark))) {
        int after = skip(text, mark + 1, end, CLOSING);
        if (after < end && isMissed(text, begin, mark, after, end)) {
          return after;
        }
      }
    }
    return -1;
  }

  /** "Media playback is not supported on this device": the end of the notice, if it is near. */
  private static int afterNotice(String text, int begin, int end) {
    int limit = Math.min(end - DEVICE.length(), begin + LONGEST_NOTICE);
    for (int i = begin + NOTICE.length(); i < limit; i++) {
      if (text.startsWith(DEVICE, i)) {
        return i + DEVICE.length();
      }
    }
    return -1;
  }

  private static boolean isMissed(String text, int begin, int mark, int after, int end) {
    if (!Character.isWhitespace(text.charAt(after))) {
      return isGlued(text, mark, after, end);
    }
    int next = skipSpace(text, after, end);
    int word = skip(text, next, end, OPENING);
    return word < end
        && Character.isUpperCase(text.charAt(word))
        && (isQuotation(text, mark, after)
            ? !isSpeaker(text, next, end)
            : isAfterNumber(text, begin, mark)
                || isAfterDate(text, begin, mark)
                || isDenial(text, begin, mark));
  }

  /** "No. The": the model takes it for that of "No. 3". */
  private static boolean isDenial(String text, int begin, int mark) {
    return mark == begin + 2 && text.startsWith("No.", begin);
  }

  /** "on 5 May. The": the model takes it for a month's abbreviation. */
  private static boolean isAfterDate(String text, int begin, int mark) {
    int word = wordBegin(text, begin, mark);
    return text.charAt(mark) == '.'
        && word > begin + 1
        && Character.isDigit(text.charAt(word - 2))
        && MONTHS.contains(text.substring(word, mark));
  }

  /** "halted.But", "agenda."We": no space where one should be. */
  private static boolean isGlued(String text, int mark, int after, int end) {
    int word = skip(text, after, end, OPENING);
    int wordEnd = endOfLetters(text, word, end);
    return wordEnd - word > 1
        && Character.isUpperCase(text.charAt(word))
        && Character.isLowerCase(text.charAt(word + 1))
        && isLowerCaseWord(text, mark)
        && !DOMAINS.contains(text.substring(word, wordEnd));
  }

  /** Whether a word of three lower-case letters or more, after a space, ends at the mark. */
  private static boolean isLowerCaseWord(String text, int mark) {
    int at = mark;
    while (at > 0 && Character.isLowerCase(text.charAt(at - 1))) {
      at--;
    }
    return mark - at > 2 && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
  }

  /** Whether a quotation mark, no bracket alone, stands between the mark and its end. */
  private static boolean isQuotation(String text, int mark, int after) {
    return after > mark + 1 && text.charAt(mark + 1) != ')' && text.charAt(mark + 1) != ']';
  }

  /** "on 5 May. Labour" is the model's; "on Radio 4. It" is not, unless 4 is a list's number. */
  private static boolean isAfterNumber(String text, int begin, int mark) {
    int at = mark;
    while (at > begin && Character.isDigit(text.charAt(at - 1))) {
      at--;
    }
    return text.charAt(mark) == '.'
        && at < mark
        && at > begin + 1
        && Character.isWhitespace(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at - 2))
        && !BEFORE_NUMBERS.contains(text.substring(wordBegin(text, begin, at - 1), at - 1));
  }

  /** Lower case, as nothing but the name of a thing such as "iPhone" begins a sentence. */
  private static boolean isLowerCase(String text, int next, int to) {
    int first = skip(text, next, to, OPENING + "-–—,;: ");
    return first < to
        && Character.isLowerCase(text.charAt(first))
        && !(first + 1 < to && Character.isUpperCase(text.charAt(first + 1)));
  }

  /** "2." at the start of a line. */
  private static boolean isListNumber(String text, int begin, int end) {
    for (int i = begin; i < end - 1; i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return end - begin <= 3 && text.charAt(end - 1) == '.';
  }

  /** Whether the piece ends with a mark, perhaps in a quotation or bracket. */
  private static boolean isEnded(String text, int begin, int end) {
    if (text.startsWith(NOTICE, begin) && text.startsWith(DEVICE, end - DEVICE.length())) {
      return true;
    }
    int at = end;
    while (at > begin + 1 && CLOSING.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return ENDS.indexOf(text.charAt(at - 1)) >= 0;
  }

  /** "Jan. 3", "June 30-Aug. 2". */
  private static boolean isBeforeNumber(String text, int begin, int end, int next) {
    if (!Character.isDigit(text.charAt(next))) {
      return false;
    }
    String word = text.substring(wordBegin(text, begin, end), end);
    int month = skip(word, word.lastIndexOf('-') + 1, word.length(), OPENING);
    return BEFORE_NUMBERS.contains(word.substring(month));
  }

  /** "8 a.m. ET", "2 p.m. Saturday", "noon. Later" is none. */
  private static boolean isTimeOfDay(String text, int begin, int end, int next, int to) {
    String last = text.substring(wordBegin(text, begin, end), end);
    return (last.endsWith("a.m.") || last.endsWith("p.m."))
        && (text.charAt(next) == '('
            || AFTER_TIMES.contains(text.substring(next, endOfLetters(text, next, to))));
  }

  /** {@code "Why now?" Tarn asked}, and {@code "It is late." Tarn said.} with nothing after it. */
  private static boolean isAskedBySpeaker(String text, int begin, int end, int next, int to) {
    boolean isQuoted = end - begin > 2 && CLOSING.indexOf(text.charAt(end - 1)) >= 0;
    int speaker = skip(text, next, to, CLOSING + " ");
    return isQuoted
        && isSpeaker(text, speaker, to)
        && ("?!".indexOf(text.charAt(end - 2)) >= 0 || to - next <= LONGEST_TAG);
  }

  /** Whether a name and a verb of speech begin here. */
  private static boolean isSpeaker(String text, int next, int to) {
    int at = next;
    for (int word = 0; word <= LONGEST_NAME; word++) {
      int end = endOfWord(text, at, to);
      if (word > 0 && SPEECH.contains(text.substring(at, endOfLetters(text, at, to)))) {
        return true;
      }
      if (at == end || !Character.isUpperCase(text.charAt(at))) {
        return false;
      }
      at = skipSpace(text, end, to);
    }
    return false;
  }

  private static boolean hasWord(String text, int begin, int end) {
    int at = begin;
    while (at < end && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at < end;
  }

  private static boolean isMark(char c) {
    return c == '.' || c == '?' || c == '!';
  }

  private static int wordBegin(String text, int begin, int end) {
    int at = end;
    while (at > begin && !Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int endOfWord(String text, int from, int end) {
    int at = from;
    while (at < end
        && (Character.isLetter(text.charAt(at)) || ".-'’".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static int endOfLetters(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skip(String text, int from, int end, String signs) {
    int at = from;
    while (at < end && signs.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  static int skipSpace(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
