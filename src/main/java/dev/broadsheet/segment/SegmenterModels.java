package dev.broadsheet.segment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * OpenNLP's published English sentence and tokenizer models, as they lie in their jars, compiled.
 * Immutable; load once in a JVM and share.
 */
public final class SegmenterModels {

  private static final String SENTENCES = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
  private static final String TOKENS = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";

  private final Supplier<SentenceSplitter> splitters;
  private final Supplier<Tokenizer> tokenizers;

  /** Compiles the models; one that does not compile is left to OpenNLP, with a warning. */
  SegmenterModels(SentenceModel sentences, TokenizerModel tokens) {
    this.splitters = splitters(sentences);
    this.tokenizers = tokenizers(tokens);
  }

  /**
   * Reads both models from the class path.
   *
   * @throws IOException if a model is missing from the jar or damaged
   */
  public static SegmenterModels load() throws IOException {
    return new SegmenterModels(sentences(), tokens());
  }

  /** A splitter for one thread. */
  SentenceSplitter splitter() {
    return splitters.get();
  }

  /** A tokenizer for one thread. */
  Tokenizer tokenizer() {
    return tokenizers.get();
  }

  static SentenceModel sentences() throws IOException {
    try (InputStream in = open(SENTENCES)) {
      return new SentenceModel(in);
    }
  }

  static TokenizerModel tokens() throws IOException {
    try (InputStream in = open(TOKENS)) {
      return new TokenizerModel(in);
    }
  }

  private static Supplier<SentenceSplitter> splitters(SentenceModel model) {
    try {
      EndModel compiled = new EndModel(model);
      return () -> new CompiledSentenceSplitter(compiled);
    } catch (UnsupportedOperationException e) {
      warn("sentence", e);
      return () -> new OpenNlpSentenceSplitter(model);
    }
  }

  private static Supplier<Tokenizer> tokenizers(TokenizerModel model) {
    try {
      SplitModel compiled = new SplitModel(model);
      return () -> new CompiledTokenizer(compiled);
    } catch (UnsupportedOperationException e) {
      warn("tokenizer", e);
      return () -> new OpenNlpTokenizer(model);
    }
  }

  private static void warn(String model, UnsupportedOperationException e) {
    System.getLogger(SegmenterModels.class.getName())
        .log(
            Level.WARNING,
            "The {0} model does not compile, because {1}: OpenNLP runs it, with the same results,"
                + " many times slower.",
            model,
            e.getMessage());
  }

  /**
   * The bytes of both published models.
   *
   * @throws FileNotFoundException if one is missing from the jar
   */
  public static InputStream open() throws FileNotFoundException {
    return new SequenceInputStream(open(SENTENCES), open(TOKENS));
  }

  private static InputStream open(String name) throws FileNotFoundException {
    InputStream in = SegmenterModels.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("The model " + name + " is not on the class path.");
    }
    return in;
  }
}
