package dev.broadsheet.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.segment.RandomTexts;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuesserTest {

  private static LanguageModel model;
  private final LanguageGuesser guesser = new LanguageGuesser(model);

  @BeforeAll
  static void loadModel() throws IOException {
    model = LanguageModel.load();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The two ministers agreed on Tuesday to open the border to lorries before the harvest.",
        "de|Die beiden Minister einigten sich am Dienstag darauf, die Grenze zu öffnen.",
        "fr|Les deux ministres ont convenu mardi d'ouvrir la frontière avant la récolte.",
        "es|Los dos ministros acordaron el martes abrir la frontera antes de la cosecha.",
      })
  void aSentenceIsEnoughToTellALanguage(String code, String text) {
    assertEquals(code, guesser.guess(text).code());
  }

  @Test
  void languagesWithAnOldCodeHaveTheirNewOne() {
    String hebrew = "שר החוץ נפגש ביום שני עם עמיתו כדי לסיים את הסכסוך על מי הנהר.";
    String indonesian =
        "Presiden mengatakan bahwa pemerintah akan memperbaiki kebijakan ekonomi karena masyarakat"
            + " membutuhkan pekerjaan. Kementerian Luar Negeri bilang perundingan itu bisa selesai"
            + " besok.";
    assertEquals("he", guesser.guess(hebrew).code());
    assertEquals("id", guesser.guess(indonesian).code());
  }

  @Test
  void aShortHeadlineFullOfNamesIsStillEnglish() {
    assertTrue(guesser.guess("Montréal/Dorval airport renamed").isEnglish());
    assertTrue(guesser.guess("Hello").isEnglish());
  }

  @Test
  void aTextWithoutLettersHasNoLanguage() {
    assertEquals(LanguageGuess.UNDETERMINED, guesser.guess("12345 67 \uD83D\uDE00"));
    assertFalse(guesser.guess("").isEnglish());
  }

  @Test
  void onlyThePrefixIsLookedAt() {
    String english = "The talks in Vienna went on until late in the evening, officials said. ";
    String text = english.repeat(20);
    assertEquals(
        guesser.guess(text), guesser.guess(text + "Die Gespräche dauerten an. ".repeat(99)));
  }

  @Test
  void charactersOfTheLastPlaneDoNotMakeItThrow() {
    String text = "The talks in Vienna went on until late \uDBFF\uDFFF\uDBFF\uDFFF";
    assertTrue(guesser.guess(text).isEnglish());
  }

  @Test
  void noTextMakesItThrow() {
    RandomTexts texts = new RandomTexts(3);
    for (int i = 0; i < 300; i++) {
      double confidence = guesser.guess(texts.next(300)).confidence();
      assertTrue(confidence >= 0 && confidence <= 1);
    }
  }
}
