package dev.broadsheet.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of keywords below an article, such as {@code UN, Diplomacy,} or {@code Tags: a; b}. */
final class KeywordLine {

  private static final int LONGEST = 300;
  private static final int MAX_WORDS = 4;

  /** A short last line with one comma is more often a headline or a place than two keywords. */
  private static final int MIN_UNMARKED = 3;

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:tags?|keywords?|topics?|categor(?:y|ies)|filed under) ?: ?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ITEM =
      Pattern.compile("[#\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} '\u2019&/+-]|(?<=\\b\\p{Lu})\\.)*");

  /** Words of sentences: no keyword holds them. */
  private static final Set<String> SENTENCE =
      words(
          "is are was were be been has have had will would can could may might should must said say"
              + " says told he she they we i you it his her their our its this that these those not"
              + " but who which when while");

  /** Words that a keyword may hold, but only in a line that is marked as one. */
  private static final Set<String> LINKING =
      words("a an the and or of for in on to at by from with as after before into over");

  private KeywordLine() {}

  /** The keywords; empty if the line holds none. */
  static List<String> keywords(String line) {
    if (line.length() > LONGEST) {
      return List.of();
    }
    Matcher label = LABEL.matcher(line);
    boolean labelled = label.lookingAt();
    boolean marked = labelled || line.endsWith(",") || line.endsWith(";");
    List<String> items = items(labelled ? line.substring(label.end()) : line);
    boolean enough = items.size() >= (marked ? 1 : MIN_UNMARKED);
    return enough && items.stream().allMatch(item -> isKeyword(item, marked)) ? items : List.of();
  }

  private static List<String> items(String line) {
    List<String> items = new ArrayList<>();
    for (String item : line.split("[,;]", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }

  private static boolean isKeyword(String item, boolean marked) {
    String[] words = item.toLowerCase(Locale.ROOT).split(" ");
    return words.length <= MAX_WORDS
        && ITEM.matcher(item).matches()
        && Arrays.stream(words).noneMatch(SENTENCE::contains)
        && (marked || Arrays.stream(words).noneMatch(LINKING::contains));
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
