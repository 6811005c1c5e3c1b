package dev.broadsheet.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which topics are given in the place of which. In a document with misses and false alarms each
 * miss is paired with each false alarm; misses or false alarms alone are paired with nothing.
 */
public final class Confusions {

  private static final int MOST = 20;
  private static final int MOST_IDS = 5;
  private static final String NOTHING = "";

  /**
   * A kind of mistake.
   *
   * @param missed the topic that documents have, and were not given; null if none was missed
   * @param given the topic that they were given, and do not have; null if there is none
   * @param documents how many
   * @param ids of the worst: the model was surest, by its probabilities of given less missed
   */
  public record Confusion(String missed, String given, int documents, List<String> ids) {}

  private record Pair(String missed, String given) {}

  private record Mistake(double sureness, String id) {}

  private final Map<Pair, List<Mistake>> mistakes =
      new TreeMap<>(Comparator.comparing(Pair::missed).thenComparing(Pair::given));

  private Confusions() {}

  /** The commonest; ties by code. */
  static List<Confusion> of(List<Judged> documents) {
    Confusions confusions = new Confusions();
    documents.forEach(confusions::add);
    return confusions.mistakes.entrySet().stream()
        .map(entry -> confusion(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Confusion::documents).reversed())
        .limit(MOST)
        .toList();
  }

  private void add(Judged document) {
    for (String missed : orNothing(document.truth(), document.given())) {
      for (String given : orNothing(document.given(), document.truth())) {
        Pair pair = new Pair(missed, given);
        if (!missed.equals(given)) {
          double sureness = probability(document, given) - probability(document, missed);
          mistakes
              .computeIfAbsent(pair, p -> new ArrayList<>())
              .add(new Mistake(sureness, document.id()));
        }
      }
    }
  }

  /** What is in the first set and not in the second. */
  private static Set<String> orNothing(Set<String> first, Set<String> second) {
    Set<String> rest = new TreeSet<>(first);
    rest.removeAll(second);
    return rest.isEmpty() ? Set.of(NOTHING) : rest;
  }

  private static double probability(Judged document, String code) {
    return document.probabilities().getOrDefault(code, 0.0);
  }

  private static Confusion confusion(Pair pair, List<Mistake> mistakes) {
    List<String> worst =
        mistakes.stream()
            .sorted(
                Comparator.comparingDouble(Mistake::sureness).reversed().thenComparing(Mistake::id))
            .limit(MOST_IDS)
            .map(Mistake::id)
            .toList();
    return new Confusion(nullable(pair.missed()), nullable(pair.given()), mistakes.size(), worst);
  }

  private static String nullable(String code) {
    return code.equals(NOTHING) ? null : code;
  }
}
