package dev.broadsheet.topics.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The terms worth a row of a model, the commonest first, and the smoothed inverse document
 * frequency of each: {@code ln((1 + documents) / (1 + frequency)) + 1}.
 */
record TermSelection(List<Long> terms, List<Float> idf) implements Serializable {

  /**
   * Selects terms of whole documents by document frequency, ties by the term's number.
   *
   * @param least terms in fewer documents are left out
   * @param most how many terms to keep
   */
  static TermSelection of(List<Example> examples, int least, int most) {
    return of(examples, Example::words, least, most);
  }

  /** The same of a part of them. */
  static TermSelection of(
      List<Example> examples, Function<Example, TermCounts> part, int least, int most) {
    long[] all =
        examples.stream()
            .map(part)
            .flatMapToLong(counts -> IntStream.range(0, counts.size()).mapToLong(counts::term))
            .sorted()
            .toArray();
    long[] distinct = Arrays.stream(all).distinct().toArray();
    int[] frequencies = frequencies(all, distinct);
    List<Integer> kept =
        IntStream.range(0, distinct.length)
            .filter(i -> frequencies[i] >= least)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -frequencies[i]))
            .limit(most)
            .toList();
    return new TermSelection(
        kept.stream().map(i -> distinct[i]).toList(),
        kept.stream().map(i -> idf(examples.size(), frequencies[i])).toList());
  }

  /** These terms and others after them. */
  TermSelection and(TermSelection others) {
    List<Long> allTerms = new ArrayList<>(terms);
    List<Float> allIdf = new ArrayList<>(idf);
    allTerms.addAll(others.terms);
    allIdf.addAll(others.idf);
    return new TermSelection(allTerms, allIdf);
  }

  /** These terms without others. */
  TermSelection without(TermSelection others) {
    Set<Long> left = new HashSet<>(others.terms);
    List<Integer> kept =
        IntStream.range(0, terms.size()).filter(i -> !left.contains(terms.get(i))).boxed().toList();
    return new TermSelection(
        kept.stream().map(terms::get).toList(), kept.stream().map(idf::get).toList());
  }

  /** The selection of as many of the commonest terms. */
  TermSelection commonest(int count) {
    return new TermSelection(
        List.copyOf(terms.subList(0, count)), List.copyOf(idf.subList(0, count)));
  }

  /** How many terms are in at least so many of the documents that the selection was made from. */
  int atLeast(int frequency, int documents) {
    float most = idf(documents, frequency);
    return (int) idf.stream().filter(value -> value <= most).count();
  }

  private static int[] frequencies(long[] all, long[] distinct) {
    int[] frequencies = new int[distinct.length];
    for (int i = 0, term = 0; i < all.length; i++) {
      term += all[i] == distinct[term] ? 0 : 1;
      frequencies[term]++;
    }
    return frequencies;
  }

  private static float idf(int documents, int frequency) {
    return (float) (Math.log((1.0 + documents) / (1.0 + frequency)) + 1);
  }
}
