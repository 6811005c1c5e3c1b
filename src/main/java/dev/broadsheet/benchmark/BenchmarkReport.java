package dev.broadsheet.benchmark;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.pipeline.Version;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a benchmark found.
 *
 * @param codeVersion version of the jar
 * @param javaVersion version of this JVM
 * @param processors that this JVM may use
 * @param corpusBytes size of the corpus that Spark read
 * @param corpusArticles articles in it
 * @param timings a piece of work each
 * @param ratios between these
 * @param peakResidentMb most memory this process held, in 10^6 bytes; null where not known
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BenchmarkReport(
    String codeVersion,
    String javaVersion,
    int processors,
    long corpusBytes,
    long corpusArticles,
    List<Timing> timings,
    List<Ratio> ratios,
    @JsonInclude(JsonInclude.Include.ALWAYS) Double peakResidentMb) {

  /** Names of what Spark does, as this report compares them. */
  public static final String FLOOR = "Spark read and write local[2]";

  public static final String STOCK = "OpenNLP in Spark local[2]";
  public static final String RUN = "run local[2]";
  public static final String RUN_ON_ONE = "run local[1]";

  /** The report of this JVM. */
  public static BenchmarkReport of(long bytes, long articles, List<Timing> timings)
      throws IOException {
    OptionalDouble peak = ResidentMemory.peakMegabytes();
    return new BenchmarkReport(
        Version.build(),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        bytes,
        articles,
        timings,
        ratios(timings),
        peak.isPresent() ? peak.getAsDouble() : null);
  }

  private static List<Ratio> ratios(List<Timing> all) {
    return Stream.of(
            Ratio.of("run: times Spark's read and write", all, RUN, FLOOR),
            Ratio.of("run: times faster than OpenNLP in Spark", all, STOCK, RUN),
            Ratio.of("run: times faster on two cores than on one", all, RUN_ON_ONE, RUN),
            Ratio.of(
                "segment: times faster than OpenNLP",
                all,
                StepBenchmark.STOCK_SEGMENT,
                StepBenchmark.SEGMENT),
            Ratio.of(
                "language: times faster than OpenNLP",
                all,
                StepBenchmark.STOCK_LANGUAGE,
                StepBenchmark.LANGUAGE))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Lines of plain text, each ended by a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    add(text, "%-44s %9s %11s %9s%n", "", "MB/s", "articles/s", "seconds");
    for (Timing t : timings) {
      add(
          text,
          "%-44s %9.1f %11.0f %9.2f%n",
          t.name(),
          t.mbPerSecond(),
          t.articlesPerSecond(),
          t.medianSeconds());
    }
    add(text, "%n%-44s %9s %11s %9s%n", "", "ratio", "lowest", "highest");
    for (Ratio r : ratios) {
      add(text, "%-44s %9.2f %11.2f %9.2f%n", r.name(), r.value(), r.lowest(), r.highest());
    }
    if (peakResidentMb != null) {
      add(text, "%n%-44s %6.0f MB%n", "peak resident memory of all this", peakResidentMb);
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  /** The same as JSON. */
  public String json() {
    try {
      return JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report of plain numbers could not be written.", e);
    }
  }
}
