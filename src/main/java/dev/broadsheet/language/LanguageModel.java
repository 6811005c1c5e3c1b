package dev.broadsheet.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.MaxentModel;

/**
 * OpenNLP's published language model, as it lies in its jar, compiled. Immutable; load once in a
 * JVM and share.
 */
public final class LanguageModel {

  private static final String RESOURCE = "/langdetect-183.bin";

  private final String[] languages;
  private final Supplier<Detector> detectors;

  /** Compiles the model; one that does not compile is left to OpenNLP, with a warning. */
  LanguageModel(LanguageDetectorModel published) {
    this(codes(published), detectors(published));
  }

  private LanguageModel(String[] languages, Supplier<Detector> detectors) {
    this.languages = languages;
    this.detectors = detectors;
  }

  /**
   * Reads the model from the class path.
   *
   * @throws IOException if it is missing from the jar or damaged
   */
  public static LanguageModel load() throws IOException {
    try (InputStream in = open()) {
      PublishedWeights weights = PublishedWeights.read(in);
      GramModel compiled = new GramModel(weights);
      return new LanguageModel(
          weights.codes(), () -> new CompiledDetector(compiled, Published::detector));
    } catch (UnsupportedOperationException e) {
      return new LanguageModel(published());
    }
  }

  /**
   * The model run by OpenNLP's own classes: the same results, to compare speeds with.
   *
   * @throws IOException as {@link #load}
   */
  public static LanguageModel stock() throws IOException {
    LanguageDetectorModel published = published();
    return new LanguageModel(codes(published), () -> new OpenNlpDetector(published));
  }

  static LanguageDetectorModel published() throws IOException {
    try (InputStream in = open()) {
      return new LanguageDetectorModel(in);
    }
  }

  /**
   * The bytes of the published model.
   *
   * @throws FileNotFoundException if it is missing from the jar
   */
  public static InputStream open() throws FileNotFoundException {
    InputStream in = LanguageModel.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new FileNotFoundException("The model " + RESOURCE + " is not on the class path.");
    }
    return in;
  }

  /** A detector for one thread. */
  Detector detector() {
    return detectors.get();
  }

  /** The code of the language at this place of {@link Detector#probabilities}, ISO 639-3. */
  String language(int place) {
    return languages[place];
  }

  /** The place of this language, -1 if the model does not know it. */
  int place(String language) {
    return IntStream.range(0, languages.length)
        .filter(place -> languages[place].equals(language))
        .findFirst()
        .orElse(-1);
  }

  private static Supplier<Detector> detectors(LanguageDetectorModel published) {
    try {
      GramModel compiled = new GramModel(new OpenNlpWeights(published));
      return () -> new CompiledDetector(compiled, () -> new OpenNlpDetector(published));
    } catch (UnsupportedOperationException e) {
      System.getLogger(LanguageModel.class.getName())
          .log(
              Level.WARNING,
              "The language model does not compile, because {0}: OpenNLP runs it, with the same"
                  + " results, many times slower.",
              e.getMessage());
      return () -> new OpenNlpDetector(published);
    }
  }

  private static String[] codes(LanguageDetectorModel published) {
    MaxentModel model = published.getMaxentModel();
    return IntStream.range(0, model.getNumOutcomes())
        .mapToObj(model::getOutcome)
        .toArray(String[]::new);
  }

  /** The published model as OpenNLP has it, loaded when first asked for, which is hardly ever. */
  private static final class Published {

    private static final LanguageDetectorModel MODEL = load();

    private static LanguageDetectorModel load() {
      try {
        return published();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static Detector detector() {
      return new OpenNlpDetector(MODEL);
    }
  }
}
