package dev.broadsheet.language;

import dev.broadsheet.benchmark.News;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds a prefix: its language by OpenNLP's class and compiled. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LanguageKernels {

  @Param({"stock", "compiled"})
  private String by;

  private final List<String> prefixes =
      News.articles().stream()
          .map(article -> article.text().length() < LanguageGuesser.PREFIX
              ? article.text()
              : article.text().substring(0, LanguageGuesser.PREFIX))
          .toList();
  private Detector detector;
  private int next;

  @Setup
  public void load() throws IOException {
    LanguageModel model = by.equals("stock") ? LanguageModel.stock() : LanguageModel.load();
    detector = model.detector();
  }

  @Benchmark
  public double[] language() {
    next = (next + 1) % prefixes.size();
    return detector.probabilities(prefixes.get(next));
  }
}
