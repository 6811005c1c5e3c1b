package dev.broadsheet.language;

import java.util.HashMap;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** OpenNLP's own detector: for models that do not compile, and the measure of those that do. */
final class OpenNlpDetector implements Detector {

  private final LanguageDetectorME detector;
  private final Map<String, Integer> places = new HashMap<>();

  OpenNlpDetector(LanguageDetectorModel model) {
    this.detector = new LanguageDetectorME(model);
    for (String language : detector.getSupportedLanguages()) {
      places.put(language, places.size());
    }
  }

  @Override
  public double[] probabilities(String text) {
    double[] probabilities = new double[places.size()];
    for (Language language : detector.predictLanguages(text)) {
      probabilities[places.get(language.getLang())] = language.getConfidence();
    }
    return probabilities;
  }
}
