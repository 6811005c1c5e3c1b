package dev.broadsheet.segment;

import java.util.Arrays;

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
  public void tokenize(String text, int begin, int end, Spans tokens) {
    int length = end - begin;
    chars = length > chars.length ? new char[Math.max(length, 2 * chars.length)] : chars;
    text.getChars(begin, end, chars, 0);
    for (int i = 0; i < length; ) {
      int word = i;
      while (i < length && !model.isWhite(chars[i])) {
        i++;
      }
      addWord(begin, word, i++, tokens);
    }
  }

  private void addWord(int offset, int begin, int end, Spans tokens) {
    if (end - begin <= 1) {
      if (begin < end) {
        tokens.add(offset + begin, offset + end);
      }
    } else if (cache.fits(chars, begin, end)) {
      addShort(offset + begin, offset + end, splits(begin, end), tokens);
    } else {
      addLong(offset, begin, end, tokens);
    }
  }

  private int splits(int begin, int end) {
    int splits = cache.find();
    if (splits == WordCache.UNKNOWN) {
      splits = 0;
      model.score(chars, begin, end, scores);
      for (int i = 1; i < end - begin; i++) {
        splits |= scores[i] > 0 ? 1 << i : 0;
      }
      cache.put(splits);
    }
    return splits;
  }

  private static void addShort(int begin, int end, int splits, Spans tokens) {
    int from = begin;
    for (int left = splits; left != 0; left &= left - 1) {
      int to = begin + Integer.numberOfTrailingZeros(left);
      tokens.add(from, to);
      from = to;
    }
    tokens.add(from, end);
  }

  private void addLong(int offset, int begin, int end, Spans tokens) {
    if (end - begin > scores.length) {
      scores = Arrays.copyOf(scores, 2 * (end - begin));
    }
    model.score(chars, begin, end, scores);
    int from = begin;
    for (int i = begin + 1; i < end; i++) {
      if (scores[i - begin] > 0) {
        tokens.add(offset + from, offset + i);
        from = i;
      }
    }
    tokens.add(offset + from, offset + end);
  }
}
