package dev.broadsheet.topics.train;

import dev.broadsheet.topics.NGrams;
import java.io.Serializable;
import java.util.Arrays;

/** Distinct terms, ascending, and how often each occurs. Immutable. */
final class TermCounts implements Serializable {

  private static final long serialVersionUID = 1;

  private final long[] terms;
  private final int[] counts;

  private TermCounts(long[] terms, int[] counts) {
    this.terms = terms;
    this.counts = counts;
  }

  /** Of the first n-grams, so many. */
  static TermCounts of(NGrams grams, int size) {
    long[] all = new long[size];
    Arrays.setAll(all, grams::term);
    Arrays.sort(all);
    long[] terms = Arrays.stream(all).distinct().toArray();
    int[] counts = new int[terms.length];
    for (int i = 0, term = 0; i < size; i++) {
      term += all[i] == terms[term] ? 0 : 1;
      counts[term]++;
    }
    return new TermCounts(terms, counts);
  }

  int size() {
    return terms.length;
  }

  long term(int i) {
    return terms[i];
  }

  int count(int i) {
    return counts[i];
  }

  /** A number that is the same wherever it is taken. */
  int contentHash() {
    return 31 * Arrays.hashCode(terms) + Arrays.hashCode(counts);
  }
}
