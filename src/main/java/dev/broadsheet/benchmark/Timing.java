package dev.broadsheet.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * How long a piece of work took.
 *
 * @param name what was done
 * @param bytes of input that it goes through once
 * @param articles that it goes through once
 * @param seconds wall time, one a round; at least one
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Timing(String name, long bytes, long articles, List<Double> seconds) {

  public Timing {
    seconds = List.copyOf(seconds);
  }

  /** The median round's seconds. */
  @JsonProperty
  public double medianSeconds() {
    return median(seconds);
  }

  /** Megabytes (10^6) of input a second, in the median round. */
  @JsonProperty
  public double mbPerSecond() {
    return bytes / 1e6 / medianSeconds();
  }

  /** Articles a second, in the median round. */
  @JsonProperty
  public double articlesPerSecond() {
    return articles / medianSeconds();
  }

  /** The middle value; of an even number the mean of the middle two. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
