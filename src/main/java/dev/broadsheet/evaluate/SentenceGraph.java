package dev.broadsheet.evaluate;

import dev.broadsheet.segment.SegmentedText;
import java.util.Map;
import java.util.TreeMap;

/**
 * How alike the sentences of a text are, pair by pair, and which of them the graph ranks highest.
 */
final class SentenceGraph {

  private static final double DAMPING = 0.85;
  private static final int STEPS = 50;

  private final double[][] edges;

  private SentenceGraph(double[][] edges) {
    this.edges = edges;
  }

  /**
   * Words shared over the sum of the logarithms of both lengths (Mihalcea and Tarau, "TextRank:
   * Bringing Order into Text", EMNLP 2004).
   */
  static SentenceGraph ofOverlap(SegmentedText text) {
    Map<Long, Double>[] words = counts(text);
    return of(words, (a, b) -> overlap(a, b));
  }

  /** Cosines of TF-IDF vectors, with the text's own inverse sentence frequencies. */
  static SentenceGraph ofCosines(SegmentedText text) {
    Map<Long, Double>[] vectors = counts(text);
    Map<Long, Integer> sentencesWith = new TreeMap<>();
    for (Map<Long, Double> words : vectors) {
      words.keySet().forEach(word -> sentencesWith.merge(word, 1, Integer::sum));
    }
    for (Map<Long, Double> words : vectors) {
      words.replaceAll((word, count) -> count * idf(vectors.length, sentencesWith.get(word)));
      double norm = Math.sqrt(product(words, words));
      words.replaceAll((word, weight) -> norm == 0 ? 0 : weight / norm);
    }
    return of(vectors, (a, b) -> product(a, b));
  }

  int size() {
    return edges.length;
  }

  double edge(int from, int to) {
    return edges[from][to];
  }

  /** The same graph with edges of weight 1 where they are above a bound, and no others. */
  SentenceGraph above(double bound) {
    double[][] kept = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        kept[i][j] = edges[i][j] > bound ? 1 : 0;
      }
    }
    return new SentenceGraph(kept);
  }

  /** PageRank by power iteration. */
  double[] rank() {
    int n = size();
    double[] degrees = new double[n];
    double[] ranks = new double[n];
    for (int i = 0; i < n; i++) {
      ranks[i] = 1.0 / n;
      for (int j = 0; j < n; j++) {
        degrees[i] += edges[i][j];
      }
    }
    for (int step = 0; step < STEPS; step++) {
      ranks = step(ranks, degrees);
    }
    return ranks;
  }

  private double[] step(double[] ranks, double[] degrees) {
    double[] next = new double[size()];
    for (int i = 0; i < size(); i++) {
      double inflow = 0;
      for (int j = 0; j < size(); j++) {
        inflow += degrees[j] == 0 ? 0 : ranks[j] * edges[j][i] / degrees[j];
      }
      next[i] = (1 - DAMPING) / size() + DAMPING * inflow;
    }
    return next;
  }

  private interface Likeness {
    double of(Map<Long, Double> a, Map<Long, Double> b);
  }

  private static SentenceGraph of(Map<Long, Double>[] sentences, Likeness likeness) {
    double[][] edges = new double[sentences.length][sentences.length];
    for (int i = 0; i < sentences.length; i++) {
      for (int j = 0; j < i; j++) {
        edges[i][j] = likeness.of(sentences[i], sentences[j]);
        edges[j][i] = edges[i][j];
      }
    }
    return new SentenceGraph(edges);
  }

  /** Words by term; a sorted map, so that sums are always taken in one order. */
  private static Map<Long, Double>[] counts(SegmentedText text) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type cannot be made.
    Map<Long, Double>[] counts = new Map[text.sentenceCount()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new TreeMap<>();
      for (int t = text.firstToken(i); t < text.endToken(i); t++) {
        if (!text.isStopWord(t)) {
          counts[i].merge(text.term(t), 1.0, Double::sum);
        }
      }
    }
    return counts;
  }

  private static double idf(int sentences, int with) {
    return StrictMath.log(1 + (double) sentences / with);
  }

  private static double product(Map<Long, Double> a, Map<Long, Double> b) {
    double product = 0;
    for (Map.Entry<Long, Double> word : a.entrySet()) {
      product += word.getValue() * b.getOrDefault(word.getKey(), 0.0);
    }
    return product;
  }

  private static double overlap(Map<Long, Double> a, Map<Long, Double> b) {
    double logs = StrictMath.log(Math.max(1, a.size())) + StrictMath.log(Math.max(1, b.size()));
    long shared = a.keySet().stream().filter(b::containsKey).count();
    return logs == 0 ? 0 : shared / logs;
  }
}
