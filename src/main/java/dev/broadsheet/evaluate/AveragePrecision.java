package dev.broadsheet.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well scores rank the true before the others. */
public final class AveragePrecision {

  private AveragePrecision() {}

  /**
   * The mean, over true documents, of the precision down to each in the ranking (Manning, Raghavan
   * and Schütze, Introduction to Information Retrieval, 2008, 8.4). Documents with equal scores
   * share the precision at their last place, so that their order does not matter.
   *
   * @return in [0, 1]; NaN if none is true
   */
  public static double of(double[] scores, boolean[] truth) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double sum = 0;
    int hits = 0;
    for (int begin = 0, end; begin < order.length; begin = end) {
      end = endOfTie(scores, order, begin);
      int more = (int) Arrays.stream(order, begin, end).filter(document -> truth[document]).count();
      hits += more;
      sum += (double) more * hits / end;
    }
    return sum / hits;
  }

  private static int endOfTie(double[] scores, int[] order, int begin) {
    int end = begin + 1;
    while (end < order.length && scores[order[end]] == scores[order[begin]]) {
      end++;
    }
    return end;
  }
}
