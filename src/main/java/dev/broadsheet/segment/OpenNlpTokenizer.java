package dev.broadsheet.segment;

import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/** OpenNLP's own tokenizer: for models that do not compile, and the measure of those that do. */
final class OpenNlpTokenizer implements Tokenizer {

  private final TokenizerME tokenizer;

  OpenNlpTokenizer(TokenizerModel model) {
    this.tokenizer = new TokenizerME(model);
  }

  @Override
  public void tokenize(String text, int begin, int end, Tokens tokens) {
    for (Span span : tokenizer.tokenizePos(text.substring(begin, end))) {
      tokens.add(text, begin + span.getStart(), begin + span.getEnd());
    }
  }
}
