package dev.broadsheet.language;

/**
 * The language a text is most likely in.
 *
 * @param code BCP 47, such as {@code en}, three letters where there are no two; {@code und} for a
 *     text without letters
 * @param confidence the detector's probability for it, in [0, 1]
 */
public record LanguageGuess(String code, double confidence) {

  /** No letters, no language. */
  public static final LanguageGuess UNDETERMINED = new LanguageGuess("und", 0);

  /** Whether the text is in English. */
  public boolean isEnglish() {
    return code.equals("en");
  }
}
