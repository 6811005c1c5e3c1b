package dev.broadsheet.topics;

import dev.broadsheet.segment.SegmentedText;

/**
 * An article as the model sees it: known n-grams with TF-IDF values, {@code (1 + ln tf) * idf}, in
 * a vector of length one (Salton and Buckley, 1988), those of its lead in another, and those of a
 * brief once more in a third. An n-gram's value is shared equally among its occurrences, so that
 * each sentence has its part. Reused; one thread at a time.
 */
final class DocumentVector {

  private static final int UNKNOWN = -1;

  private final TopicModel model;
  private final Features features;
  private final NGrams grams;
  private final int[] counts;
  private int[] occurrences = new int[2048];
  private int[] leadOccurrences = new int[256];
  private int[] briefOccurrences = new int[256];
  private int[] rows = new int[2048];
  private int[] factors = new int[2048];

  /** A row's factor, shared among its term's occurrences. */
  private final double[] values;

  private int size;

  DocumentVector(TopicModel model) {
    this.model = model;
    this.features = model.card().features();
    this.grams = new NGrams(features.bigrams(), features.leadWords());
    this.counts = new int[model.rows()];
    this.values = new double[model.rows()];
  }

  /** Takes in an article; the title's sentences come first. */
  void set(SegmentedText title, SegmentedText body) {
    grams.clear();
    grams.add(title);
    grams.add(body);
    reserve();
    size = 0;
    count(grams.size(), model.vocabulary().whole(), occurrences);
    weigh(0, 1);
    int firstOfLead = size;
    count(grams.leadSize(), model.vocabulary().lead(), leadOccurrences);
    weigh(firstOfLead, features.leadWeight());
    int firstOfBrief = size;
    count(briefSize(), model.vocabulary().brief(), briefOccurrences);
    weigh(firstOfBrief, 1);
  }

  /** Whether the article is a brief. */
  boolean isBrief() {
    return grams.isBrief();
  }

  private int briefSize() {
    return isBrief() ? grams.size() : 0;
  }

  /** The number of distinct known n-grams, those of lead and brief counted again. */
  int size() {
    return size;
  }

  /** Adds each n-gram's weights to the topics' sums, in the weights' units. */
  void addTo(int[] sums) {
    model.weights().addTo(sums, rows, factors, size);
  }

  int sentenceCount() {
    return grams.sentenceCount();
  }

  /** What a sentence adds to a topic's logit; the title's sentences have the first numbers. */
  double contribution(int sentence, int topic) {
    double sum = 0;
    int begin = sentence == 0 ? 0 : grams.sentenceEnd(sentence - 1);
    int end = grams.sentenceEnd(sentence);
    for (int i = begin; i < end; i++) {
      sum += share(occurrences[i], topic);
    }
    for (int i = begin; i < Math.min(end, grams.leadSize()); i++) {
      sum += share(leadOccurrences[i], topic);
    }
    for (int i = begin; i < Math.min(end, briefSize()); i++) {
      sum += share(briefOccurrences[i], topic);
    }
    return model.weights().number(sum);
  }

  private double share(int row, int topic) {
    return row == UNKNOWN ? 0 : values[row] * model.weights().step(row, topic);
  }

  private void reserve() {
    int count = grams.size();
    if (occurrences.length < count) {
      occurrences = new int[2 * count];
    }
    if (leadOccurrences.length < grams.leadSize()) {
      leadOccurrences = new int[2 * grams.leadSize()];
      briefOccurrences = new int[2 * grams.leadSize()];
    }
    int most = count + 2 * grams.leadSize();
    if (rows.length < most) {
      rows = new int[2 * most];
      factors = new int[rows.length];
    }
  }

  private void count(int end, TermTable table, int[] occurrences) {
    for (int i = 0; i < end; i++) {
      int row = table.row(grams.term(i));
      occurrences[i] = row;
      if (row != UNKNOWN && counts[row]++ == 0) {
        rows[size++] = row;
      }
    }
  }

  /** The rows from the first one on become a vector of this length. */
  private void weigh(int first, double length) {
    double squares = 0;
    for (int i = first; i < size; i++) {
      int row = rows[i];
      values[row] = (1 + Math.log(counts[row])) * model.idf(row);
      squares += values[row] * values[row];
    }
    double scale = squares == 0 ? 0 : length / Math.sqrt(squares);
    for (int i = first; i < size; i++) {
      int row = rows[i];
      factors[i] = model.weights().factor(row, values[row] * scale);
      values[row] = (double) factors[i] / counts[row];
      counts[row] = 0;
    }
  }
}
