package dev.broadsheet.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;

/**
 * Guesses a text's language by OpenNLP from its first {@value #PREFIX} UTF-16 units. One thread at
 * a time.
 *
 * <p>The detector is unsure of short texts, and names of places and people pull it elsewhere: on
 * 2,000 English one-sentence items it gave 24 another language, none with a clear margin. So a text
 * counts as English unless another language is at least {@value #CLEAR_MARGIN} times as likely.
 */
public final class LanguageGuesser {

  /** Longest prefix looked at: more text adds cost, but no confidence (.98 at 600 units). */
  public static final int PREFIX = 600;

  /** How much likelier than English another language must be. */
  public static final double CLEAR_MARGIN = 2;

  private static final String ENGLISH = "eng";
  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private final LanguageDetectorME detector;

  public LanguageGuesser(LanguageModel model) {
    this.detector = new LanguageDetectorME(model.detector());
  }

  /** The text's language; {@link LanguageGuess#UNDETERMINED} if its prefix holds no letter. */
  public LanguageGuess guess(String text) {
    String prefix = prefix(text);
    if (prefix.codePoints().noneMatch(Character::isLetter)) {
      return LanguageGuess.UNDETERMINED;
    }
    Language[] byProbability = detector.predictLanguages(prefix);
    Language best = byProbability[0];
    Language english = find(byProbability, ENGLISH);
    boolean isClear = best.getConfidence() >= CLEAR_MARGIN * english.getConfidence();
    Language guess = isClear ? best : english;
    return new LanguageGuess(
        TWO_LETTERS.getOrDefault(guess.getLang(), guess.getLang()), guess.getConfidence());
  }

  private static String prefix(String text) {
    if (text.length() <= PREFIX) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(PREFIX - 1));
    return text.substring(0, splitsPair ? PREFIX - 1 : PREFIX);
  }

  private static Language find(Language[] languages, String code) {
    for (Language language : languages) {
      if (language.getLang().equals(code)) {
        return language;
      }
    }
    throw new IllegalStateException("The language model does not know " + code + ".");
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
    }
    return Map.copyOf(codes);
  }
}
