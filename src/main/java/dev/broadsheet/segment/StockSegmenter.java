package dev.broadsheet.segment;

import java.io.IOException;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;

/**
 * Sentences and tokens by OpenNLP's own classes, used as its manual shows: what {@link Segmenter}
 * is compared with. One thread at a time.
 */
public final class StockSegmenter {

  private final SentenceDetectorME detector;
  private final TokenizerME tokenizer;

  /**
   * Loads the models.
   *
   * @throws IOException if a model is missing from the jar or damaged
   */
  public StockSegmenter() throws IOException {
    this.detector = new SentenceDetectorME(SegmenterModels.sentences());
    this.tokenizer = new TokenizerME(SegmenterModels.tokens());
  }

  /** How many tokens the sentences of the text have. */
  public int count(String text) {
    int count = 0;
    for (String sentence : detector.sentDetect(text)) {
      count += tokenizer.tokenize(sentence).length;
    }
    return count;
  }
}
