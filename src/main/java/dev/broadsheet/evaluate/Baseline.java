package dev.broadsheet.evaluate;

import dev.broadsheet.segment.SegmentedText;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Ways to rank a text's sentences that any summarizer has to beat. */
public enum Baseline {
  /** The first sentences. */
  LEAD,
  /** Any sentences; the same for the same text. */
  RANDOM,
  /** PageRank over shared words (Mihalcea and Tarau 2004). */
  TEXTRANK,
  /** PageRank over TF-IDF cosines above .1 (Erkan and Radev 2004). */
  LEXRANK,
  /** Directed TF-IDF centrality (Zheng and Lapata 2019). */
  PACSUM;

  /** PacSum's weights of what is before and after: the best of some on the development articles. */
  private static final double BEFORE = -2;

  private static final double AFTER = 3;

  private double[] scores(SegmentedText text) {
    return switch (this) {
      case LEAD -> lead(text);
      case RANDOM -> random(text);
      case TEXTRANK -> SentenceGraph.ofOverlap(text).rank();
      case LEXRANK -> SentenceGraph.ofCosines(text).above(0.1).rank();
      case PACSUM -> pacsum(text);
    };
  }

  /** All sentences, best first; ties to the earlier. */
  public List<Integer> rank(SegmentedText text) {
    double[] values = scores(text);
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -values[i]).thenComparing(i -> i))
        .toList();
  }

  private static double[] lead(SegmentedText text) {
    return IntStream.range(0, text.sentenceCount()).mapToDouble(i -> -i).toArray();
  }

  private static double[] random(SegmentedText text) {
    return new Random(text.text().hashCode()).doubles(text.sentenceCount()).toArray();
  }

  private static double[] pacsum(SegmentedText text) {
    SentenceGraph graph = SentenceGraph.ofCosines(text);
    double[] values = new double[graph.size()];
    for (int i = 0; i < graph.size(); i++) {
      for (int j = 0; j < graph.size(); j++) {
        double edge = i == j ? 0 : graph.edge(i, j);
        values[i] += edge * (j < i ? BEFORE : AFTER);
      }
    }
    return values;
  }
}
