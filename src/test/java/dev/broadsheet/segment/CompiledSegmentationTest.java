package dev.broadsheet.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The compiled models give what OpenNLP's own classes give, on everything. */
class CompiledSegmentationTest {

  private static SentenceModel sentenceModel;
  private static TokenizerModel tokenModel;
  private static SplitModel splitModel;
  private static EndModel endModel;

  private final Tokenizer tokenizer = new CompiledTokenizer(splitModel);
  private final SentenceSplitter splitter = new CompiledSentenceSplitter(endModel);
  private final Tokenizer tokenOracle = new OpenNlpTokenizer(tokenModel);
  private final SentenceSplitter sentenceOracle = new OpenNlpSentenceSplitter(sentenceModel);
  private final Spans expected = new Spans(1);
  private final Spans actual = new Spans(1);
  private final Tokens expectedTokens = new Tokens(1);
  private final Tokens actualTokens = new Tokens(1);

  @BeforeAll
  static void compile() throws IOException {
    sentenceModel = SegmenterModels.sentences();
    tokenModel = SegmenterModels.tokens();
    splitModel = new SplitModel(tokenModel);
    endModel = new EndModel(sentenceModel);
  }

  @Test
  void thePublishedModelsCompile() throws IOException {
    SegmenterModels models = SegmenterModels.load();
    assertInstanceOf(CompiledTokenizer.class, models.tokenizer());
    assertInstanceOf(CompiledSentenceSplitter.class, models.splitter());
  }

  @Test
  void randomTextsAreCutAsByOpenNlp() {
    NastyTexts texts = new NastyTexts(5);
    for (int i = 0; i < 4000; i++) {
      check(texts.next());
    }
  }

  @Test
  void aPartOfATextIsCutAsIfItWereAlone() {
    NastyTexts texts = new NastyTexts(6);
    Random random = new Random(6);
    for (int i = 0; i < 2000; i++) {
      String text = texts.next();
      int begin = random.nextInt(text.length() + 1);
      check(text, begin, begin + random.nextInt(text.length() - begin + 1));
    }
  }

  @Test
  void everyPairOfCharactersIsCutAsByOpenNlp() {
    for (int first = 1; first < 0x300; first++) {
      StringBuilder text = new StringBuilder();
      for (int second = 1; second < 0x180; second += 1 + first % 7) {
        String pair = Character.toString(first) + Character.toString(second);
        text.append(pair).append(" x").append(pair).append("Y. ");
      }
      check(text.toString());
    }
  }

  @Test
  void wordsThatBeginOrEndAlikeAreToldApart() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      String part =
          Integer.toString(random.nextInt(1 << 24), 36).replace('z', '.').replace('y', ',');
      text.append("internal").append(part).append(' ').append(part).append("national ");
    }
    check(text.toString());
  }

  /** The cache of words gives dashes and quotes the bytes of controls. */
  @Test
  void quotesAndTheControlsWithTheirBytesAreToldApart() {
    for (char c = 0x80; c < 0xa0; c++) {
      char punctuation = (char) (c - 0x80 + 0x2010);
      for (String word : new String[] {"don%st", "%sno.", "\u00e9%s,", "10%s12", "%s"}) {
        String control = word.formatted(c);
        check(control + " " + word.formatted(punctuation) + " " + control + "x " + control);
        check(word.formatted(punctuation) + " " + control + " " + word.formatted(punctuation));
      }
    }
  }

  @Test
  void aSampleOfRealTextsIsCutAsByOpenNlp() throws IOException {
    assertTrue(RealTexts.forEach(97, this::check) > 1000);
  }

  @Test
  @Tag("long")
  void allRealTextsAreCutAsByOpenNlp() throws IOException {
    long[] sizes = {0, 0};
    int count =
        RealTexts.forEach(
            1,
            text -> {
              check(text);
              sizes[0] += text.length();
              sizes[1] += actual.count();
            });
    System.out.printf("%,d texts, %,d units, %,d tokens: the same.%n", count, sizes[0], sizes[1]);
  }

  @Test
  @Tag("long")
  void manyRandomTextsAreCutAsByOpenNlp() {
    NastyTexts texts = new NastyTexts(8);
    for (int i = 0; i < 300_000; i++) {
      check(texts.next());
    }
  }

  @Test
  void aLongTextWithoutSpacesTakesNoQuadraticTime() {
    String text = "A.b.".repeat(500_000) + "\u00a0".repeat(500_000);
    splitter.split(text, 0, text.length(), actual);
    tokenizer.tokenize(text, 0, text.length(), actualTokens);
    assertTrue(actual.count() + actualTokens.count() > 1);
  }

  /** All of the text, and its lines by themselves. */
  private void check(String text) {
    for (int begin = 0; begin < text.length(); ) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      checkSentences(text, begin, end);
      begin = end + 1;
    }
    check(text, 0, text.length());
  }

  private void check(String text, int begin, int end) {
    checkSentences(text, begin, end);
    expectedTokens.clear();
    actualTokens.clear();
    tokenizer.tokenize(text, begin, end, actualTokens);
    tokenOracle.tokenize(text, begin, end, expectedTokens);
    compare(expectedTokens.places(), actualTokens.places(), text);
    assertArrayEquals(expectedTokens.terms(), actualTokens.terms(), text);
    assertArrayEquals(expectedTokens.kinds(), actualTokens.kinds(), text);
  }

  private void checkSentences(String text, int begin, int end) {
    expected.clear();
    actual.clear();
    splitter.split(text, begin, end, actual);
    sentenceOracle.split(text, begin, end, expected);
    compare(expected, actual, text);
  }

  private static void compare(Spans expected, Spans actual, String text) {
    if (!Arrays.equals(expected.begins(), actual.begins())
        || !Arrays.equals(expected.ends(), actual.ends())) {
      assertEquals(places(expected), places(actual), () -> escaped(text));
    }
  }

  private static String places(Spans spans) {
    return Arrays.toString(spans.begins()) + Arrays.toString(spans.ends());
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> escaped.append(c < 127 && c > 31 ? "" + (char) c : "\\u%04x".formatted(c)));
    return escaped.toString();
  }
}
