package dev.broadsheet.benchmark;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How two timings compare: the median of the rounds' own ratios, as each round had both.
 *
 * @param name for a person
 * @param value seconds of the one by seconds of the other
 * @param lowest of all rounds
 * @param highest of all rounds
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Ratio(String name, double value, double lowest, double highest) {

  /** How many times as long the first takes; empty if one of the two was not timed. */
  static Optional<Ratio> of(String name, List<Timing> timings, String first, String second) {
    return find(timings, first).flatMap(a -> find(timings, second).map(b -> of(name, a, b)));
  }

  private static Ratio of(String name, Timing first, Timing second) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < first.seconds().size(); i++) {
      ratios.add(first.seconds().get(i) / second.seconds().get(i));
    }
    double lowest = ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double highest = ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return new Ratio(name, Timing.median(ratios), lowest, highest);
  }

  private static Optional<Timing> find(List<Timing> timings, String name) {
    return timings.stream().filter(timing -> timing.name().equals(name)).findFirst();
  }
}
