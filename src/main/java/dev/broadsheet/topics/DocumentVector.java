package dev.broadsheet.topics;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * An article as the model sees it: known n-grams with TF-IDF values, {@code (1 + ln tf) * idf}, in
 * a vector of length one (Salton and Buckley, 1988), those of its lead in another, and those of a
 * brief once more in a third. An n-gram's value is shared equally among its occurrences, so that
 * each sentence has its part. Reused; one thread at a time.
 */
final class DocumentVector {

  private final TopicModel model;
  private final NGrams grams;
  private final Part whole;
  private final Part lead;
  private final Part brief;
  private final int[] counts;
  private int[] rows = new int[2048];
  private int[] factors = new int[2048];

  /** A row's factor, shared among its term's occurrences. */
  private final double[] shares;

  private int size;

  DocumentVector(TopicModel model) {
    Features features = model.card().features();
    this.model = model;
    this.grams = new NGrams(features.bigrams(), features.leadWords());
    this.whole = new Part(model.vocabulary().whole(), 1);
    this.lead = new Part(model.vocabulary().lead(), features.leadWeight());
    this.brief = new Part(model.vocabulary().brief(), 1);
    this.counts = new int[model.rows()];
    this.shares = new double[model.rows()];
  }

  /** Takes in an article; the title's sentences come first. */
  void set(SegmentedText title, SegmentedText body) {
    grams.clear();
    grams.add(title);
    grams.add(body);
    size = 0;
    whole.set(grams.size());
    lead.set(grams.leadSize());
    brief.set(isBrief() ? grams.size() : 0);
  }

  /** Whether the article is a brief. */
  boolean isBrief() {
    return grams.isBrief();
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
    int begin = sentence == 0 ? 0 : grams.sentenceEnd(sentence - 1);
    int end = grams.sentenceEnd(sentence);
    double sum =
        whole.sum(begin, end, topic) + lead.sum(begin, end, topic) + brief.sum(begin, end, topic);
    return model.weights().number(sum);
  }

  /** The first n-grams, by the rows that the model has for them there, as a vector. */
  private final class Part {

    private final TermTable table;
    private final double length;
    private int[] occurrences = new int[256];
    private int end;

    Part(TermTable table, double length) {
      this.table = table;
      this.length = length;
    }

    void set(int end) {
      this.end = end;
      reserve();
      int first = size;
      for (int i = 0; i < end; i++) {
        int row = table.row(grams.term(i));
        occurrences[i] = row;
        if (row != TermTable.UNKNOWN && counts[row]++ == 0) {
          rows[size++] = row;
        }
      }
      weigh(first);
    }

    private void reserve() {
      if (occurrences.length < end) {
        occurrences = new int[2 * end];
      }
      if (rows.length < size + end) {
        rows = Arrays.copyOf(rows, 2 * (size + end));
        factors = Arrays.copyOf(factors, rows.length);
      }
    }

    private void weigh(int first) {
      double squares = 0;
      for (int i = first; i < size; i++) {
        int row = rows[i];
        shares[row] = (1 + Math.log(counts[row])) * model.idf(row);
        squares += shares[row] * shares[row];
      }
      double scale = squares == 0 ? 0 : length / Math.sqrt(squares);
      for (int i = first; i < size; i++) {
        int row = rows[i];
        factors[i] = model.weights().factor(row, shares[row] * scale);
        shares[row] = (double) factors[i] / counts[row];
        counts[row] = 0;
      }
    }

    /** What the n-grams in {@code [from, to)} add, in the weights' units. */
    double sum(int from, int to, int topic) {
      double sum = 0;
      for (int i = from; i < Math.min(to, end); i++) {
        int row = occurrences[i];
        sum += row == TermTable.UNKNOWN ? 0 : shares[row] * model.weights().step(row, topic);
      }
      return sum;
    }
  }
}
