package dev.broadsheet.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.SentenceSample;
import opennlp.tools.tokenize.TokenSample;
import opennlp.tools.tokenize.TokenizerFactory;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.Span;
import opennlp.tools.util.StringList;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models other than the published ones: small ones trained here. */
class OtherModelsTest {

  /**
   * The first begins with a token's end, so that yes is the outcome that OpenNLP gives for ties.
   */
  private static final List<String> SENTENCES =
      List.of(
          "A plan was ( nearly ) agreed !",
          "The envoys met , they said .",
          "& lt ; & b ;",
          "&amp;",
          "&x9;",
          "Will it hold ?",
          "\" No , \" said Orlik .");

  private final Spans expected = new Spans(8);
  private final Spans actual = new Spans(8);
  private final Tokens expectedTokens = new Tokens(8);
  private final Tokens actualTokens = new Tokens(8);

  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", QNTrainer.MAXENT_QN_VALUE})
  void aMaximumEntropyModelCompilesAndDecidesAsByOpenNlpWhichEndsItsManyTies(String algorithm)
      throws IOException {
    TokenizerModel tokens = tokens(algorithm, null, false);
    SentenceModel sentences = sentences(algorithm, null, ".!?".toCharArray());
    SegmenterModels models = new SegmenterModels(sentences, tokens);
    assertInstanceOf(CompiledTokenizer.class, models.tokenizer());
    assertInstanceOf(CompiledSentenceSplitter.class, models.splitter());
    NastyTexts texts = new NastyTexts(9);
    for (int i = 0; i < 500; i++) {
      check(texts.next(), models, sentences, tokens);
      check("&" + Integer.toString(i * 37, 36) + ";", models, sentences, tokens);
    }
  }

  @Test
  void modelsThatDoNotCompileAreLeftToOpenNlpWithOneWarningEach() throws IOException {
    Dictionary abbreviations = new Dictionary();
    abbreviations.put(new StringList("Gen."));
    char[] marks = ".!?".toCharArray();
    checkFallback(
        tokens("MAXENT", abbreviations, false), sentences("MAXENT", abbreviations, marks));
    checkFallback(tokens("MAXENT", null, true), sentences("MAXENT", null, new char[] {'.', '\n'}));
    checkFallback(
        tokens(PerceptronTrainer.PERCEPTRON_VALUE, null, false),
        sentences(PerceptronTrainer.PERCEPTRON_VALUE, null, marks));
  }

  private void checkFallback(TokenizerModel tokens, SentenceModel sentences) {
    List<LogRecord> warnings = new ArrayList<>();
    SegmenterModels models = load(sentences, tokens, warnings);
    assertInstanceOf(OpenNlpTokenizer.class, models.tokenizer());
    assertInstanceOf(OpenNlpSentenceSplitter.class, models.splitter());
    assertEquals(2, warnings.size());
    assertTrue(
        new Segmenter(models).segment("Gen. Orlik left (late). He said no!").tokenCount() > 6);
  }

  private static SegmenterModels load(
      SentenceModel sentences, TokenizerModel tokens, List<LogRecord> warnings) {
    Logger logger = Logger.getLogger(SegmenterModels.class.getName());
    Handler handler = handler(warnings);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      return new SegmenterModels(sentences, tokens);
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
  }

  private static Handler handler(List<LogRecord> records) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        records.add(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private void check(
      String text, SegmenterModels models, SentenceModel sentences, TokenizerModel tokens) {
    clear();
    models.tokenizer().tokenize(text, 0, text.length(), actualTokens);
    new OpenNlpTokenizer(tokens).tokenize(text, 0, text.length(), expectedTokens);
    compare(expectedTokens.places(), actualTokens.places(), text);
    models.splitter().split(text, 0, text.length(), actual);
    new OpenNlpSentenceSplitter(sentences).split(text, 0, text.length(), expected);
    compare(expected, actual, text);
  }

  private static void compare(Spans expected, Spans actual, String text) {
    assertEquals(Arrays.toString(expected.ends()), Arrays.toString(actual.ends()), text);
    assertEquals(Arrays.toString(expected.begins()), Arrays.toString(actual.begins()), text);
  }

  private void clear() {
    expected.clear();
    actual.clear();
    expectedTokens.clear();
    actualTokens.clear();
  }

  private static TokenizerModel tokens(
      String algorithm, Dictionary abbreviations, boolean skipsAlphanumeric) throws IOException {
    return TokenizerME.train(
        new CollectionObjectStream<>(SENTENCES.stream().map(OtherModelsTest::glued).toList()),
        new TokenizerFactory("en", abbreviations, skipsAlphanumeric, null),
        parameters(algorithm));
  }

  /** The words without the spaces between them, so that each is to be split from the next. */
  private static TokenSample glued(String sentence) {
    List<Span> spans = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      spans.add(new Span(text.length(), text.length() + word.length()));
      text.append(word);
    }
    return new TokenSample(text.toString(), spans.toArray(new Span[0]));
  }

  private static SentenceModel sentences(String algorithm, Dictionary abbreviations, char[] marks)
      throws IOException {
    String text = String.join(" ", SENTENCES);
    List<Span> spans = new ArrayList<>();
    int begin = 0;
    for (String sentence : SENTENCES) {
      spans.add(new Span(begin, begin + sentence.length()));
      begin += sentence.length() + 1;
    }
    text += " At 3.5 per cent. or so.";
    spans.add(new Span(begin, text.length()));
    return SentenceDetectorME.train(
        "en",
        new CollectionObjectStream<>(List.of(new SentenceSample(text, spans.toArray(new Span[0])))),
        new SentenceDetectorFactory("en", true, abbreviations, marks),
        parameters(algorithm));
  }

  private static TrainingParameters parameters(String algorithm) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 20);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    return parameters;
  }
}
