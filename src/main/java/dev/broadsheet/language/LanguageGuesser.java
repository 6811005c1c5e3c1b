package dev.broadsheet.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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

  private final LanguageModel model;
  private final Detector detector;
  private final int english;

  public LanguageGuesser(LanguageModel model) {
    this.model = model;
    this.detector = model.detector();
    this.english = model.place(ENGLISH);
    if (english < 0) {
      throw new IllegalStateException("The language model does not know " + ENGLISH + ".");
    }
  }

  /**
   * The text's language; {@link LanguageGuess#UNDETERMINED} if its prefix holds no letter.
   * Characters for private use in the last plane are spaces here as all others are to OpenNLP,
   * which leaves them in by mistake and throws where two equal ones end the text.
   */
  public LanguageGuess guess(String text) {
    String prefix = prefix(text).replace(RareSigns.LAST_PLANE, ' ');
    if (prefix.codePoints().noneMatch(Character::isLetter)) {
      return LanguageGuess.UNDETERMINED;
    }
    double[] probabilities = detector.probabilities(prefix);
    int best = best(probabilities);
    boolean isClear = probabilities[best] >= CLEAR_MARGIN * probabilities[english];
    int guess = isClear ? best : english;
    String code = model.language(guess);
    return new LanguageGuess(TWO_LETTERS.getOrDefault(code, code), probabilities[guess]);
  }

  /** Of equals the first. */
  private static int best(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  private static String prefix(String text) {
    if (text.length() <= PREFIX) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(PREFIX - 1));
    return text.substring(0, splitsPair ? PREFIX - 1 : PREFIX);
  }

  /** Java knows some languages by an old code, too, such as iw for he: the tag has the new one. */
  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale language = Locale.forLanguageTag(code);
      codes.put(language.getISO3Language(), language.toLanguageTag());
    }
    return Map.copyOf(codes);
  }
}
