package dev.broadsheet.segment;

import java.util.Set;

/**
 * Full stops that end no sentence. The sentence model takes the stop of "Gen." or "U.S." for an end
 * when a capital follows; in news what follows is mostly the name or noun that it belongs to.
 */
final class Abbreviations {

  /** What always belongs to what follows. */
  private static final Set<String> TITLES =
      Set.of(
          "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Gen.", "Col.", "Lt.", "Maj.", "Capt.", "Cmdr.",
          "Adm.", "Sgt.", "Cpl.", "Pvt.", "Sen.", "Sens.", "Rep.", "Reps.", "Gov.", "Rev.", "Hon.",
          "Amb.", "Ald.", "Cdr.", "Msgr.", "St.", "Ste.", "Mt.", "Ft.", "Supt.", "Det.", "Spc.",
          "Pfc.", "Drs.", "Govs.", "Gens.", "Profs.", "Messrs.", "vs.", "v.", "MR.", "MRS.", "MS.",
          "DR.", "SEN.", "REP.", "GOV.", "GEN.", "PROF.");

  /** What may end a sentence, as dotted capitals may, but only before a word that starts many. */
  private static final Set<String> NAMES =
      Set.of(
          "Jr.", "Sr.", "Bros.", "Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.",
          "Fla.", "Ga.", "Ill.", "Ind.", "Kan.", "Ky.", "La.", "Md.", "Mass.", "Mich.", "Minn.",
          "Miss.", "Mo.", "Mont.", "Neb.", "Nev.", "Okla.", "Ore.", "Pa.", "Tenn.", "Va.", "Vt.",
          "Wash.", "Wis.", "Wyo.");

  private Abbreviations() {}

  /**
   * Whether the sentence {@code text[begin, end)} goes on with the one at {@code [next, to)}. An
   * initial by itself, as the "Q." of an interview, does.
   */
  static boolean join(String text, int begin, int end, int next, int to) {
    if (text.charAt(end - 1) != '.') {
      return false;
    }
    String last = lastWord(text, begin, end);
    boolean isLabel = isInitial(last) && end - begin == last.length();
    return isLabel
        || TITLES.contains(last)
        || ((isInitial(last) || isDotted(last) || NAMES.contains(last))
            && !startsSentences(text, next, to));
  }

  /** With its stop, which stands apart, as in "Capt . Orlik", where an archive keeps tokens. */
  private static String lastWord(String text, int begin, int end) {
    boolean isApart = end - begin > 2 && text.charAt(end - 2) == ' ';
    int to = isApart ? end - 2 : end;
    String word = text.substring(wordBegin(text, begin, to), to);
    return isApart ? word + '.' : word;
  }

  private static int wordBegin(String text, int begin, int end) {
    int at = end;
    while (at > begin && (Character.isLetter(text.charAt(at - 1)) || text.charAt(at - 1) == '.')) {
      at--;
    }
    return at;
  }

  /** Such as the "W." of "George W. Bush"; "I." ends sentences. */
  private static boolean isInitial(String word) {
    return word.length() == 2 && Character.isUpperCase(word.charAt(0)) && word.charAt(0) != 'I';
  }

  /** Such as "U.S.", "D.C.", "J.D.": capitals, each with its stop. */
  private static boolean isDotted(String word) {
    for (int i = 0; i < word.length(); i++) {
      boolean isStop = i % 2 == 1;
      if (isStop ? word.charAt(i) != '.' : !Character.isUpperCase(word.charAt(i))) {
        return false;
      }
    }
    return word.length() >= 4 && word.length() % 2 == 0;
  }

  /**
   * Whether a function word or no letter at all comes next: names and nouns start few sentences.
   */
  private static boolean startsSentences(String text, int next, int to) {
    int end = next;
    while (end < to && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean isNumber = Character.isDigit(text.charAt(next));
    return !isNumber && StopWords.contains(Terms.of(text, next, end));
  }
}
