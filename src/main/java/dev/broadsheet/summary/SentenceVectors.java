package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * The sentences of one article as TF-IDF vectors of length 1 over its own words, stop words left
 * out. A word's inverse frequency is {@code ln(1 + sentences / sentences with it)}. Words have
 * numbers from 0. Buffers are reused: one thread.
 */
final class SentenceVectors {

  private final ArticleWords words = new ArticleWords();
  private int sentences;
  private int[] starts = new int[65];
  private int[] entries = new int[1024];
  private double[] weights = new double[1024];
  private double[] dense = new double[1024];

  private int[] lastEntries = new int[1024];
  private double[] inverses = new double[1024];

  /** Takes the text's sentences in. */
  void read(SegmentedText text) {
    sentences = text.sentenceCount();
    words.reset(text.tokenCount());
    reserve(text.tokenCount());
    for (int i = 0; i < sentences; i++) {
      count(text, i);
    }
    Arrays.fill(inverses, 0, Math.min(inverses.length, sentences + 1), 0);
    for (int i = 0; i < sentences; i++) {
      weigh(i);
    }
  }

  /** Number of sentences. */
  int size() {
    return sentences;
  }

  /** The text's words. */
  ArticleWords words() {
    return words;
  }

  /** The sentence's first entry. */
  int begin(int sentence) {
    return starts[sentence];
  }

  /** One past the sentence's last entry. */
  int end(int sentence) {
    return starts[sentence + 1];
  }

  /** The word of an entry; the entries of a sentence have distinct words. */
  int word(int entry) {
    return entries[entry];
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
      dense[entries[k]] += factor * weights[k];
    }
  }

  /** Product of the sentence's vector and the dense vector. */
  double dot(int sentence) {
    double product = 0;
    for (int k = starts[sentence]; k < starts[sentence + 1]; k++) {
      product += dense[entries[k]] * weights[k];
    }
    return product;
  }

  /** Sets the dense vector to 0 where the sentence has words. */
  void clear(int sentence) {
    for (int k = starts[sentence]; k < starts[sentence + 1]; k++) {
      dense[entries[k]] = 0;
    }
  }

  private void count(SegmentedText text, int sentence) {
    int first = text.firstToken(sentence);
    int end = starts[sentence];
    for (int t = first; t < text.endToken(sentence); t++) {
      if (!text.isStopWord(t)) {
        boolean isCapital = t > first && text.isCapital(t);
        end = count(words.add(text.term(t), sentence, isCapital), sentence, end);
      }
    }
    starts[sentence + 1] = end;
  }

  private int count(int word, int sentence, int end) {
    if (words.count(word) > 1 && lastEntries[word] >= starts[sentence]) {
      weights[lastEntries[word]]++;
      return end;
    }
    words.addSentence(word);
    lastEntries[word] = end;
    entries[end] = word;
    weights[end] = 1;
    return end + 1;
  }

  private void weigh(int sentence) {
    double squares = 0;
    for (int k = starts[sentence]; k < starts[sentence + 1]; k++) {
      weights[k] *= inverse(words.sentencesWith(entries[k]));
      squares += weights[k] * weights[k];
    }
    double norm = squares == 0 ? 0 : 1 / Math.sqrt(squares);
    for (int k = starts[sentence]; k < starts[sentence + 1]; k++) {
      weights[k] *= norm;
    }
  }

  /** Few counts occur, so a logarithm is taken once for each. */
  private double inverse(int with) {
    if (inverses[with] == 0) {
      inverses[with] = StrictMath.log(1 + (double) sentences / with);
    }
    return inverses[with];
  }

  private void reserve(int tokens) {
    if (starts.length < sentences + 1) {
      starts = new int[sentences * 2];
    }
    if (entries.length <= tokens) {
      grow(tokens * 2);
    }
    Arrays.fill(dense, 0, tokens, 0);
    starts[0] = 0;
  }

  private void grow(int size) {
    entries = new int[size];
    weights = new double[size];
    dense = new double[size];
    lastEntries = new int[size];
    inverses = new double[size];
  }
}
