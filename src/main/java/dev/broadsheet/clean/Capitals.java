package dev.broadsheet.clean;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Headlines all in capitals, made readable: each word as the body writes it within its sentences,
 * else as {@link EnglishWords} do, else with a capital; abbreviations stay. (Truecasing by the most
 * frequent form: Lita and others, "tRuEcasIng", ACL 2003.)
 */
final class Capitals {

  private static final int FEWEST_WORDS = 3;
  private static final int LONGEST = 300;
  private static final String SENTENCE_STARTS = ".!?:\"\u201c\u2018\n(";

  private Capitals() {}

  /** The headline in small letters where they belong; itself if it has any, or too few words. */
  static String lowered(String title, String body) {
    if (title.length() > LONGEST || !isShouted(title)) {
      return title;
    }
    Map<String, String> forms = forms(title, body);
    StringBuilder out = new StringBuilder(title);
    words(title, (begin, end) -> replace(out, begin, end, forms));
    return out.toString();
  }

  private static boolean isShouted(String title) {
    int[] words = new int[1];
    words(title, (begin, end) -> words[0] += end - begin > 1 ? 1 : 0);
    return words[0] >= FEWEST_WORDS && title.chars().noneMatch(Character::isLowerCase);
  }

  /** The forms that the title's words have in the body, by the word in small letters. */
  private static Map<String, String> forms(String title, String body) {
    Set<String> wanted = new HashSet<>();
    words(title, (begin, end) -> wanted.add(lower(title.substring(begin, end))));
    Map<String, String> forms = new HashMap<>();
    if (body.chars().anyMatch(Character::isLowerCase)) {
      words(
          body,
          (begin, end) -> {
            String word = body.substring(begin, end);
            if (wanted.contains(lower(word)) && !startsSentence(body, begin)) {
              forms.putIfAbsent(lower(word), word);
            }
          });
    }
    return forms;
  }

  private static boolean startsSentence(String text, int begin) {
    int before = begin - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before < 0 || SENTENCE_STARTS.indexOf(text.charAt(before)) >= 0;
  }

  private static void replace(StringBuilder out, int begin, int end, Map<String, String> forms) {
    String word = out.substring(begin, end);
    boolean isInitial = end - begin == 1 && end < out.length() && out.charAt(end) == '.';
    String form = isInitial ? word : forms.getOrDefault(lower(word), form(word));
    boolean isFirst = out.chars().limit(begin).noneMatch(Character::isLetterOrDigit);
    for (int i = isFirst ? 1 : 0; i < Math.min(form.length(), word.length()); i++) {
      if (Character.isLowerCase(form.charAt(i))) {
        out.setCharAt(begin + i, Character.toLowerCase(word.charAt(i)));
      }
    }
  }

  private static String form(String word) {
    String known = EnglishWords.form(word.replace('\u2019', '\''));
    if (known != null) {
      return known;
    }
    int apostrophe = Math.max(word.lastIndexOf('\''), word.lastIndexOf('\u2019'));
    if (apostrophe > 0) {
      String tail = word.substring(apostrophe + 1);
      boolean isEnding = Set.of("S", "T", "D", "M", "LL", "RE", "VE").contains(tail);
      String head =
          tail.equals("T")
              ? lower(word.substring(0, apostrophe))
              : form(word.substring(0, apostrophe));
      return head + word.charAt(apostrophe) + (isEnding ? lower(tail) : form(tail));
    }
    if (word.length() == 1) {
      return word.equals("A") ? "a" : word;
    }
    return isAbbreviation(word) ? word : word.charAt(0) + lower(word).substring(1);
  }

  /** Short, of initials, or without vowels. */
  private static boolean isAbbreviation(String word) {
    return word.length() <= 3
        || word.indexOf('&') > 0
        || word.chars().noneMatch(c -> "AEIOUY".indexOf(c) >= 0);
  }

  /** Letter by letter, so that the length stays. */
  private static String lower(String word) {
    StringBuilder lower = new StringBuilder(word.length());
    word.chars().forEach(c -> lower.append(c == '\u2019' ? '\'' : Character.toLowerCase((char) c)));
    return lower.toString();
  }

  /** Runs of letters; apostrophes and the sign of "AT&T" within. */
  private static void words(String text, BiConsumer<Integer, Integer> word) {
    for (int i = 0; i < text.length(); ) {
      int begin = i;
      while (i < text.length() && isWord(text, begin, i)) {
        i++;
      }
      if (i > begin) {
        word.accept(begin, i);
      }
      i = Math.max(i, begin + 1);
    }
  }

  private static boolean isWord(String text, int begin, int i) {
    char c = text.charAt(i);
    return Character.isLetter(c)
        || ("'\u2019&".indexOf(c) >= 0
            && i > begin
            && i + 1 < text.length()
            && Character.isLetter(text.charAt(i + 1)));
  }
}
