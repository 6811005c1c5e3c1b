package dev.broadsheet.language;

import dev.broadsheet.segment.Interleaved;
import dev.broadsheet.segment.RealTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** How much faster the compiled detector is than OpenNLP's, on real articles, one core. */
final class DetectionBenchmark {

  private DetectionBenchmark() {}

  public static void main(String[] args) throws IOException {
    LanguageDetectorModel model = LanguageModel.published();
    Detector openNlp = new OpenNlpDetector(model);
    Detector compiled = new CompiledDetector(new GramModel(model), openNlp);
    List<String> prefixes = prefixes();
    new Interleaved()
        .add("LanguageDetectorME", () -> detect(openNlp, prefixes))
        .add("compiled language", () -> detect(compiled, prefixes))
        .run(7, prefixes.stream().mapToInt(String::length).sum());
  }

  private static List<String> prefixes() throws IOException {
    List<String> prefixes = new ArrayList<>();
    RealTexts.forEach(
        40,
        text -> {
          if (text.length() >= LanguageGuesser.PREFIX) {
            prefixes.add(text.substring(0, LanguageGuesser.PREFIX));
          }
        });
    return prefixes;
  }

  private static int detect(Detector detector, List<String> texts) {
    return texts.stream().mapToInt(text -> (int) (1e6 * detector.probabilities(text)[0])).sum();
  }
}
