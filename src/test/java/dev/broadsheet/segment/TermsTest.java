package dev.broadsheet.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsTest {

  @Test
  void caseAndCurlyApostropheMakeNoDifference() {
    assertEquals(Terms.of("nato"), Terms.of("NATO"));
    assertEquals(Terms.of("n't"), Terms.of("N’T"));
    assertNotEquals(Terms.of("nato"), Terms.of("natos"));
  }

  @Test
  void marksHaveNoTerm() {
    assertEquals(Terms.NONE, Terms.of("--"));
    assertEquals(Terms.NONE, Terms.of(""));
    assertNotEquals(Terms.NONE, Terms.of("7"));
  }

  @Test
  void aBigramKnowsItsOrder() {
    long peace = Terms.of("peace");
    long talks = Terms.of("talks");
    assertNotEquals(Terms.bigram(peace, talks), Terms.bigram(talks, peace));
  }

  @Test
  void theDefaultLocaleMakesNoDifference() {
    Locale before = Locale.getDefault();
    long term = Terms.of("INTERIM");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertEquals(term, Terms.of("interim"));
      assertEquals(term, Terms.of("INTERIM"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void twoHundredThousandWordsHaveAsManyTerms() {
    Set<Long> terms = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      terms.add(Terms.of("w" + Integer.toString(i, 36)));
    }
    assertEquals(200_000, terms.size());
  }

  @Test
  void functionWordsAreStopWordsAndNamesAreNot() {
    assertTrue(StopWords.contains(Terms.of("The")));
    assertTrue(StopWords.contains(Terms.NONE));
    assertFalse(StopWords.contains(Terms.of("diplomacy")));
  }
}
