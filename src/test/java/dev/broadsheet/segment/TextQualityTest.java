package dev.broadsheet.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextQualityTest {

  private static final String PROSE =
      "The harbour board met on Monday and voted to deepen the northern channel by two metres. Its"
          + " chairman, Olav Brenninkmeyer, said that the work would begin in March and cost some 40"
          + " million euros, most of which the government has promised to pay. Fishermen are against"
          + " it, because the dredgers would drive the herring out of the bay for years.";

  private final Segmenter segmenter;

  TextQualityTest() throws IOException {
    segmenter = new Segmenter(SegmenterModels.load());
  }

  @Test
  void proseIsNearOne() {
    assertTrue(quality(PROSE) > 0.95, () -> "quality " + quality(PROSE));
    assertEquals(1, quality(""));
    assertEquals(1, quality("1999 2001 -- 3.5 %"));
  }

  @Test
  void namesAndNumbersDoNotCount() {
    assertEquals(1, quality("Olav Brenninkmeyer met Ysolde Thrykkwyst in Vrangsund at 10:30."));
    assertEquals(1, quality("G20, A380, F-35 and COVID-19 were in the news in the 1990s."));
  }

  @Test
  void oneOddWordInAShortTextDecidesNothing() {
    assertTrue(quality("Zwxq brrt.") > 0.8);
    assertTrue(quality("Goal by zwxq.") > 0.8);
  }

  @Test
  void qualityFallsAsMoreCharactersAreMisread() {
    double last = quality(PROSE);
    for (double errors : new double[] {0.03, 0.1, 0.3, 0.6}) {
      double quality = quality(misread(PROSE, errors));
      assertTrue(quality < last - 0.05, errors + " errors: " + quality + " after " + last);
      last = quality;
    }
    assertTrue(last < 0.3, "six in ten misread: " + last);
  }

  @Test
  void digitsInWordsAndStraySignsAreNoise() {
    assertTrue(quality("th1s w0rd a1so and th1s") < quality("this word also and this"));
    assertTrue(quality("the ^ man ~ and \ufffd the | boat") < 0.8);
  }

  private double quality(String text) {
    return TextQuality.of(segmenter.segment(text));
  }

  /** Small letters taken for others, by a seeded choice. */
  private static String misread(String text, double share) {
    Random random = new Random(3);
    StringBuilder misread = new StringBuilder(text);
    for (int i = 0; i < misread.length(); i++) {
      if (Character.isLowerCase(misread.charAt(i)) && random.nextDouble() < share) {
        misread.setCharAt(i, "1ctnbluhfv0".charAt(random.nextInt(11)));
      }
    }
    return misread.toString();
  }
}
