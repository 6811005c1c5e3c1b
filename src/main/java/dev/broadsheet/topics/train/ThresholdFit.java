package dev.broadsheet.topics.train;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The probability from which a topic is given: that of the best F1 among those whose precision
 * reaches a floor, on documents held back from the fit.
 */
record ThresholdFit(double threshold, double precision, double recall, double f1) {

  /** If no threshold reaches the floor, it is this one. */
  private static final double STRICT = 0.8;

  /**
   * Fits.
   *
   * @param truth of each document, a probability too if it is only judged
   * @param precisionFloor in [0, 1]
   * @param least no lower threshold is taken, however good it looks: held-back text is not all text
   */
  static ThresholdFit of(
      List<Double> probabilities, List<Double> truth, double precisionFloor, double least) {
    List<Integer> order =
        IntStream.range(0, truth.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -probabilities.get(i)))
            .toList();
    double positives = truth.stream().mapToDouble(probability -> probability).sum();
    ThresholdFit best = new ThresholdFit(STRICT, 0, 0, -1);
    double hits = 0;
    for (int i = 0; i < order.size() && probabilities.get(order.get(i)) >= least; i++) {
      hits += truth.get(order.get(i));
      double here = probabilities.get(order.get(i));
      double next = i + 1 < order.size() ? probabilities.get(order.get(i + 1)) : 0;
      double threshold = Math.min(STRICT, Math.max(least, (here + next) / 2));
      ThresholdFit at = at(threshold, hits, i + 1, positives);
      if (at.precision >= precisionFloor && at.f1 > best.f1) {
        best = at;
      }
    }
    return best;
  }

  private static ThresholdFit at(double threshold, double hits, int given, double positives) {
    double precision = hits / given;
    double recall = hits / positives;
    return new ThresholdFit(threshold, precision, recall, 2 * hits / (given + positives));
  }
}
