package dev.broadsheet.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.broadsheet.segment.RandomTexts;
import java.io.IOException;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.LanguageSample;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models other than the published one: small ones trained here. */
class OtherModelsTest {

  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", QNTrainer.MAXENT_QN_VALUE})
  void aMaximumEntropyModelCompilesAndJudgesAsByOpenNlp(String algorithm) throws IOException {
    LanguageDetectorModel model = train(algorithm);
    Detector compiled = new LanguageModel(model).detector();
    assertInstanceOf(CompiledDetector.class, compiled);
    RandomTexts texts = new RandomTexts(2);
    for (int i = 0; i < 500; i++) {
      String text = texts.next(20);
      double[] expected = new OpenNlpDetector(model).probabilities(text);
      assertArrayEquals(expected, compiled.probabilities(text), 1e-9, text);
    }
  }

  @Test
  void aModelThatDoesNotCompileIsLeftToOpenNlpWithOneWarning() throws IOException {
    LanguageDetectorModel perceptron = train(PerceptronTrainer.PERCEPTRON_VALUE);
    Warnings warnings = new Warnings();
    Logger logger = Logger.getLogger(LanguageModel.class.getName());
    logger.addHandler(warnings);
    LanguageModel model = new LanguageModel(perceptron);
    logger.removeHandler(warnings);
    assertEquals(1, warnings.count);
    assertInstanceOf(OpenNlpDetector.class, model.detector());
    assertEquals("de", new LanguageGuesser(model).guess("Die Gespräche dauerten an.").code());
  }

  private static LanguageDetectorModel train(String algorithm) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 20);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    return LanguageDetectorME.train(
        new CollectionObjectStream<>(
            List.of(
                new LanguageSample(new Language("eng"), "The talks went on until late."),
                new LanguageSample(new Language("eng"), "Both sides were content."),
                new LanguageSample(new Language("deu"), "Die Gespräche dauerten bis spät an."),
                new LanguageSample(new Language("fra"), "Les deux parties sont contentes."))),
        parameters,
        new LanguageDetectorFactory());
  }

  private static final class Warnings extends Handler {

    private int count;

    @Override
    public void publish(LogRecord record) {
      count += Level.WARNING.equals(record.getLevel()) ? 1 : 0;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
