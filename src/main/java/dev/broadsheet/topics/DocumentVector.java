package dev.broadsheet.topics;

import dev.broadsheet.segment.SegmentedText;

/**
 * An article as the model sees it: known n-grams with TF-IDF values, {@code (1 + ln tf) * idf}, in
 * a vector of length one (Salton and Buckley, 1988). An n-gram's value is shared equally among its
 * occurrences, so that each sentence has its part. Reused; one thread at a time.
 */
final class DocumentVector {

  private final TopicModel model;
  private final NGrams grams = new NGrams();
  private final int[] counts;
  private int[] occurrences = new int[2048];
  private int[] rows = new int[2048];
  private double[] values = new double[2048];
  private final double[] shares;
  private int size;

  DocumentVector(TopicModel model) {
    this.model = model;
    this.counts = new int[model.rows()];
    this.shares = new double[model.rows()];
  }

  /** Takes in an article; the title's sentences come first. */
  void set(SegmentedText title, SegmentedText body) {
    grams.clear();
    grams.add(title);
    grams.add(body);
    countRows();
    weigh();
  }

  /** The number of distinct known n-grams. */
  int size() {
    return size;
  }

  /** Adds each n-gram's weights to the logits. */
  void addTo(double[] logits) {
    model.weights().addTo(logits, rows, values, size);
  }

  int sentenceCount() {
    return grams.sentenceCount();
  }

  /** What a sentence adds to a topic's logit; the title's sentences have the first numbers. */
  double contribution(int sentence, int topic) {
    double sum = 0;
    int begin = sentence == 0 ? 0 : grams.sentenceEnd(sentence - 1);
    for (int i = begin; i < grams.sentenceEnd(sentence); i++) {
      int row = occurrences[i];
      sum += row < 0 ? 0 : shares[row] * model.weights().weight(row, topic);
    }
    return sum;
  }

  private void countRows() {
    int count = grams.size();
    if (occurrences.length < count) {
      occurrences = new int[2 * count];
      rows = new int[2 * count];
      values = new double[2 * count];
    }
    size = 0;
    for (int i = 0; i < count; i++) {
      int row = model.vocabulary().row(grams.term(i));
      occurrences[i] = row;
      if (row >= 0 && counts[row]++ == 0) {
        rows[size++] = row;
      }
    }
  }

  private void weigh() {
    double squares = 0;
    for (int i = 0; i < size; i++) {
      values[i] = (1 + Math.log(counts[rows[i]])) * model.idf(rows[i]);
      squares += values[i] * values[i];
    }
    double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
    for (int i = 0; i < size; i++) {
      values[i] *= scale;
      shares[rows[i]] = values[i] / counts[rows[i]];
      counts[rows[i]] = 0;
    }
  }
}
