package dev.broadsheet.segment;

/**
 * The tokens that OpenNLP's TokenizerME would give, by a {@link SplitModel} and a {@link
 * WordCache}. One thread at a time.
 */
final class CompiledTokenizer implements Tokenizer {

  private final SplitModel model;
  private final WordCache cache = new WordCache();
  private char[] chars = new char[1024];
  private double[] scores = new double[64];

  CompiledTokenizer(SplitModel model) {
    this.model = model;
  }

  @Override
  public void tokenize(String text, int begin, int end, Tokens tokens) {
    int length = end - begin;
    chars = length > chars.length ? new char[Math.max(length, 2 * chars.length)] : chars;
    text.getChars(begin, end, chars, 0);
    for (int i = 0; i < length; i++) {
      int word = i;
      while (i < length && !model.isWhite(chars[i])) {
        i++;
      }
      if (i > word) {
        addWord(text, begin, word, i, tokens);
      }
    }
  }

  /** Adds the tokens of {@code chars[begin, end)}, which lie {@code offset} further in the text. */
  private void addWord(String text, int offset, int begin, int end, Tokens tokens) {
    boolean fits = cache.fits(chars, begin, end);
    if (fits && cache.has()) {
      cache.addTo(tokens, offset + begin, offset + end);
      return;
    }
    int from = tokens.count();
    split(text, offset, begin, end, tokens);
    if (fits) {
      cache.put(tokens, from);
    }
  }

  private void split(String text, int offset, int begin, int end, Tokens tokens) {
    int from = begin;
    if (end - begin > 1) {
      scores = end - begin > scores.length ? new double[2 * (end - begin)] : scores;
      model.score(chars, begin, end, scores);
      for (int i = begin + 1; i < end; i++) {
        if (scores[i - begin] > 0) {
          tokens.add(text, offset + from, offset + i);
          from = i;
        }
      }
    }
    tokens.add(text, offset + from, offset + end);
  }
}
