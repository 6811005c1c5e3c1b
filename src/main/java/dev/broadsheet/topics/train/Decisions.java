package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Reliability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Probabilities and whether they should have been 1: what thresholds are found on. */
final class Decisions {

  private record Decision(double probability, boolean isTrue) {}

  private final List<Decision> decisions = new ArrayList<>();
  private int positives;

  void add(double probability, boolean isTrue) {
    decisions.add(new Decision(probability, isTrue));
    positives += isTrue ? 1 : 0;
  }

  /** The threshold of the best F1. */
  ThresholdFit best() {
    List<Decision> sorted = sorted();
    ThresholdFit best = new ThresholdFit(1, 0, 0, -1);
    int hits = 0;
    for (int i = 0; i < sorted.size(); i++) {
      hits += sorted.get(i).isTrue ? 1 : 0;
      ThresholdFit at = ThresholdFit.of(between(sorted, i), hits, i + 1, positives);
      best = at.f1() > best.f1() ? at : best;
    }
    return best;
  }

  /**
   * The lowest threshold, no lower than {@code least}, of which the precision reaches a floor.
   *
   * @param doubt how many wrong decisions are thought to be there that were not seen
   * @return null if there is none
   */
  ThresholdFit from(double least, double floor, double doubt) {
    List<Decision> sorted = sorted();
    ThresholdFit lowest = null;
    int hits = 0;
    for (int i = 0; i < sorted.size() && sorted.get(i).probability >= least; i++) {
      hits += sorted.get(i).isTrue ? 1 : 0;
      if (hits >= floor * (i + 1 + doubt)) {
        double threshold = Math.max(least, between(sorted, i));
        lowest = ThresholdFit.of(threshold, hits, i + 1, positives);
      }
    }
    return lowest;
  }

  /** Those of at least this probability, by tenths: how many, what was said, what was true. */
  List<SortedMap<String, Object>> reliability(double least) {
    Reliability reliability = new Reliability();
    decisions.stream()
        .filter(decision -> decision.probability >= least)
        .forEach(decision -> reliability.add(decision.probability, decision.isTrue));
    return reliability.bins().stream().map(Decisions::row).toList();
  }

  private static SortedMap<String, Object> row(Reliability.Bin bin) {
    return new TreeMap<>(
        Map.of(
            "from", bin.from(),
            "decisions", bin.decisions(),
            "said", FittedTopic.rounded(bin.said()),
            "was", FittedTopic.rounded(bin.was())));
  }

  private List<Decision> sorted() {
    return decisions.stream()
        .sorted(Comparator.comparingDouble((Decision decision) -> -decision.probability))
        .toList();
  }

  /** Between this probability and the next one. */
  private static double between(List<Decision> sorted, int i) {
    double next = i + 1 < sorted.size() ? sorted.get(i + 1).probability : 0;
    return (sorted.get(i).probability + next) / 2;
  }
}
