package dev.broadsheet.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.segment.NastyTexts;
import dev.broadsheet.segment.RealTexts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.normalizer.AggregateCharSequenceNormalizer;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The compiled detector gives what OpenNLP's own class gives, on everything. */
class CompiledDetectorTest {

  private static final CharSequenceNormalizer NORMALIZER =
      new AggregateCharSequenceNormalizer(
          EmojiCharSequenceNormalizer.getInstance(),
          UrlCharSequenceNormalizer.getInstance(),
          TwitterCharSequenceNormalizer.getInstance(),
          NumberCharSequenceNormalizer.getInstance(),
          ShrinkCharSequenceNormalizer.getInstance());

  private static final String[] PIECES = {
    "-",
    "haha",
    "h",
    "j",
    "HeH",
    "a",
    "E",
    "rt ",
    "rt:",
    "RT",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\u000b",
    "\u0085",
    "\u2028",
    "aaa",
    "AaA",
    "xp",
    "X)",
    ":",
    ";",
    "-)",
    "d",
    "(",
    "://",
    "http",
    "https://x.y",
    "@",
    "#tag",
    "a@b.cd",
    "12",
    "\u0663",
    "\uD83C",
    "\uD800",
    "\uD801\uDC00",
    "\uDBFF\uDC00",
    "\uDBFF\uDC01",
    "\uDFFF",
    "\uFB01",
    "İ",
    "ſ",
    "\u212a",
    "é",
    "\u0301",
    "_",
    "\u0000",
    "\u001c",
    "ß",
    "Σ"
  };

  private static LanguageDetectorModel published;
  private static GramModel model;

  private final Detector openNlp = new OpenNlpDetector(published);
  private final Detector compiled = new CompiledDetector(model, () -> openNlp);
  private final PlainText plain = new PlainText();

  @BeforeAll
  static void compile() throws IOException {
    published = LanguageModel.published();
    model = new GramModel(new OpenNlpWeights(published));
  }

  @Test
  void thePublishedModelCompiles() {
    assertInstanceOf(CompiledDetector.class, new LanguageModel(published).detector());
  }

  @Test
  void theModelsFileIsReadAsByOpenNlp() throws IOException {
    try (InputStream file = LanguageModel.open()) {
      PublishedWeights weights = PublishedWeights.read(file);
      assertEquals(grams(new OpenNlpWeights(published)), grams(weights));
      for (int i = 0; i < weights.languages(); i++) {
        assertEquals(published.getMaxentModel().getOutcome(i), weights.codes()[i]);
      }
    }
  }

  private static Map<Long, List<Object>> grams(GramWeights weights) {
    Map<Long, List<Object>> grams = new HashMap<>();
    weights.forEach(
        (gram, outcomes, parameters, from) -> {
          List<Object> values = new ArrayList<>();
          for (int i = 0; i < outcomes.length; i++) {
            values.add(outcomes[i]);
            values.add(parameters[from + i]);
          }
          assertNull(grams.put(gram, values));
        });
    return grams;
  }

  @Test
  void aTextIsNormalizedAsByOpenNlp() {
    Random random = new Random(4);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      checkNormalized(text.toString());
    }
  }

  @Test
  void eachCharacterIsNormalizedAsByOpenNlp() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x10000 ? 1 : 1 + c % 37) {
      String text = Character.toString(c);
      checkNormalized("a" + text + text + "b " + text + text + text + "c" + text + ")");
    }
  }

  @Test
  void randomTextsAreJudgedAsByOpenNlp() {
    NastyTexts texts = new NastyTexts(5);
    for (int i = 0; i < 1500; i++) {
      check(texts.next());
    }
  }

  @Test
  void aTextOfNothingKnownIsJudgedAsByOpenNlp() {
    check("");
    check("\u0001");
    check("12 34");
  }

  @Test
  void aSampleOfRealTextsIsJudgedAsByOpenNlp() throws IOException {
    assertTrue(RealTexts.forEach(311, this::checkPrefix) > 1000);
  }

  @Test
  @Tag("long")
  void allRealTextsAreJudgedAsByOpenNlp() throws IOException {
    int count = RealTexts.forEach(1, this::checkPrefix);
    System.out.printf("%,d texts: the same language and confidence.%n", count);
  }

  private void checkPrefix(String text) {
    check(text.substring(0, Math.min(LanguageGuesser.PREFIX, text.length())));
  }

  private void check(String text) {
    if (!checkNormalized(text)) {
      return;
    }
    double[] expected = openNlp.probabilities(text);
    double[] actual = compiled.probabilities(text);
    assertArrayEquals(expected, actual, 1e-9);
    assertEquals(best(expected), best(actual));
  }

  /** Whether OpenNLP gives a result: the JDK's patterns throw on some characters of plane 16. */
  private boolean checkNormalized(String text) {
    String expected;
    try {
      expected = StringUtil.toLowerCase(NORMALIZER.normalize(text));
    } catch (StringIndexOutOfBoundsException e) {
      assertTrue(text.indexOf('\udbff') >= 0);
      assertThrows(StringIndexOutOfBoundsException.class, () -> plain.load(text));
      return false;
    }
    plain.load(text);
    assertEquals(expected, plain.toString());
    return true;
  }

  private static int best(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }
}
