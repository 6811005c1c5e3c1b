package dev.broadsheet.segment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * OpenNLP's published English sentence and tokenizer models, as they lie in their jars. Immutable;
 * load once in a JVM and share.
 */
public record SegmenterModels(SentenceModel sentences, TokenizerModel tokens) {

  private static final String SENTENCES = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
  private static final String TOKENS = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";

  /** Names the models, for the run's fingerprint. */
  public static final String VERSION = "opennlp-en-ud-ewt-1.3";

  /**
   * Reads both models from the class path.
   *
   * @throws IOException if a model is missing from the jar or damaged
   */
  public static SegmenterModels load() throws IOException {
    try (InputStream sentences = open(SENTENCES);
        InputStream tokens = open(TOKENS)) {
      return new SegmenterModels(new SentenceModel(sentences), new TokenizerModel(tokens));
    }
  }

  private static InputStream open(String name) throws FileNotFoundException {
    InputStream in = SegmenterModels.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("The model " + name + " is not on the class path.");
    }
    return in;
  }
}
