package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * The sentences of one article as TF-IDF vectors of length 1 over its own words, stop words left
 * out. A term's inverse frequency is {@code ln(1 + sentences / sentences with it)}. Buffers are
 * reused: one thread.
 */
final class SentenceVectors {

  private final TermIndex index = new TermIndex();
  private int sentences;
  private int[] starts = new int[65];
  private int[] terms = new int[1024];
  private double[] weights = new double[1024];
  private int[] sentencesWith = new int[1024];
  private int[] lastEntry = new int[1024];
  private double[] dense = new double[1024];

  /** Takes the text's sentences in. */
  void read(SegmentedText text) {
    sentences = text.sentenceCount();
    index.reset(text.tokenCount());
    reserve(text.tokenCount());
    for (int i = 0; i < sentences; i++) {
      count(text, i);
    }
    for (int i = 0; i < sentences; i++) {
      weigh(i);
    }
  }

  int size() {
    return sentences;
  }

  /** Whether the sentence has no word that counts. */
  boolean isEmpty(int sentence) {
    return starts[sentence] == starts[sentence + 1];
  }

  /** Cosine of two sentences, in [0, 1] but for rounding. */
  double cosine(int first, int second) {
    add(first, 1);
    double product = dot(second);
    clear(first);
    return product;
  }

  /** Adds the sentence's vector, times a factor, to the dense vector. */
  void add(int sentence, double factor) {
    for (int k = starts[sentence]; k < starts[sentence + 1]; k++) {
      dense[terms[k]] += factor * weights[k];
    }
  }

  /** Product of the sentence's vector and the dense vector. */
  double dot(int sentence) {
    double product = 0;
    for (int k = starts[sentence]; k < starts[sentence + 1]; k++) {
      product += dense[terms[k]] * weights[k];
    }
    return product;
  }

  /** Sets the dense vector to 0 where the sentence has words. */
  void clear(int sentence) {
    for (int k = starts[sentence]; k < starts[sentence + 1]; k++) {
      dense[terms[k]] = 0;
    }
  }

  private void count(SegmentedText text, int sentence) {
    int begin = starts[sentence];
    int end = begin;
    for (int t = text.firstToken(sentence); t < text.endToken(sentence); t++) {
      if (!text.isStopWord(t)) {
        end = count(index.add(text.term(t)), begin, end);
      }
    }
    starts[sentence + 1] = end;
  }

  private int count(int term, int begin, int end) {
    int entry = sentencesWith[term] == 0 ? -1 : lastEntry[term];
    if (entry >= begin) {
      weights[entry]++;
      return end;
    }
    sentencesWith[term]++;
    lastEntry[term] = end;
    terms[end] = term;
    weights[end] = 1;
    return end + 1;
  }

  private void weigh(int sentence) {
    double squares = 0;
    for (int k = starts[sentence]; k < starts[sentence + 1]; k++) {
      weights[k] *= StrictMath.log(1 + (double) sentences / sentencesWith[terms[k]]);
      squares += weights[k] * weights[k];
    }
    double norm = squares == 0 ? 0 : 1 / Math.sqrt(squares);
    for (int k = starts[sentence]; k < starts[sentence + 1]; k++) {
      weights[k] *= norm;
    }
  }

  private void reserve(int tokens) {
    if (starts.length < sentences + 1) {
      starts = new int[sentences * 2];
    }
    if (terms.length < tokens) {
      terms = new int[tokens * 2];
      weights = new double[tokens * 2];
      sentencesWith = new int[tokens * 2];
      lastEntry = new int[tokens * 2];
      dense = new double[tokens * 2];
    }
    Arrays.fill(sentencesWith, 0, tokens, 0);
    Arrays.fill(dense, 0, tokens, 0);
    starts[0] = 0;
  }
}
