package dev.broadsheet.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** OpenNLP's published language model, as it lies in its jar. Immutable; load once in a JVM. */
public record LanguageModel(LanguageDetectorModel detector) {

  /** Names the model, for the run's fingerprint. */
  public static final String VERSION = "opennlp-langdetect-183";

  private static final String RESOURCE = "/langdetect-183.bin";

  /**
   * Reads the model from the class path.
   *
   * @throws IOException if it is missing from the jar or damaged
   */
  public static LanguageModel load() throws IOException {
    try (InputStream in = LanguageModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException("The model " + RESOURCE + " is not on the class path.");
      }
      return new LanguageModel(new LanguageDetectorModel(in));
    }
  }
}
