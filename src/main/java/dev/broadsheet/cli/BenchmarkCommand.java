package dev.broadsheet.cli;

import dev.broadsheet.article.RawArticle;
import dev.broadsheet.benchmark.BenchmarkReport;
import dev.broadsheet.benchmark.CorpusMaker;
import dev.broadsheet.benchmark.Interleaved;
import dev.broadsheet.benchmark.SourceArticles;
import dev.broadsheet.benchmark.StepBenchmark;
import dev.broadsheet.benchmark.Timing;
import dev.broadsheet.read.FieldMap;
import dev.broadsheet.spark.SparkBenchmark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark}: how fast, beside what. */
@Command(
    name = "benchmark",
    description =
        "Make a corpus from the given articles and time, in one process and in turns: parsing by"
            + " format, each step, OpenNLP's own classes, Spark's read and write without any work,"
            + " and the whole run on one core and on two.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footerHeading = "%nExample:%n",
    footer = "  broadsheet benchmark --input data/sample --size 20MB")
final class BenchmarkCommand implements Callable<Integer> {

  /** Enough articles that their steps are timed apart from the caches: some 5 MB. */
  private static final int ARTICLES_IN_MEMORY = 2000;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      required = true,
      description = "Local file or folder of articles, of any format but Parquet. Repeatable.")
  private List<Path> inputs;

  @Option(
      names = "--map",
      paramLabel = "FIELD=NAME,...",
      defaultValue = "",
      description = "As in 'run'.")
  private String fieldMap;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      defaultValue = "200MB",
      converter = Size.Converter.class,
      description = "Size of the corpus, such as 20MB or 2GB. Default: ${DEFAULT-VALUE}.")
  private Size size;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Timed rounds after those of warm-up; 0 only makes the corpus. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--only",
      paramLabel = "NAME,...",
      split = ",",
      description = "Time only what has one of these in its name, such as run,step.")
  private List<String> only = List.of();

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      description = "Make the corpus there and keep it. Default: a temporary file.")
  private Path corpus;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results there as well.")
  private Path json;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("broadsheet-benchmark");
    try {
      BenchmarkReport report =
          measure(corpus == null ? folder.resolve("corpus.jsonl") : corpus, folder.resolve("out"));
      System.out.print(report.text());
      if (json != null) {
        Files.writeString(json, report.json(), StandardCharsets.UTF_8);
      }
      return ExitCodes.DONE;
    } finally {
      FileUtil.fullyDelete(folder.toFile());
    }
  }

  private BenchmarkReport measure(Path file, Path output) throws IOException {
    List<RawArticle> source = SourceArticles.read(inputs, FieldMap.parseOrStandard(fieldMap));
    long articles = new CorpusMaker(source).write(file, size.bytes());
    long bytes = Files.size(file);
    System.out.printf(
        Locale.ROOT,
        "corpus of %,d bytes, %,d articles, made from %,d%n",
        bytes,
        articles,
        source.size());
    List<Timing> timings = new ArrayList<>();
    if (runs > 0) {
      timings.addAll(timeSteps(new CorpusMaker(source).next(ARTICLES_IN_MEMORY)));
      try (SparkBenchmark jobs = new SparkBenchmark(file, output, bytes, articles)) {
        timings.addAll(jobs.time(new Interleaved(only), runs));
      }
    }
    return BenchmarkReport.of(bytes, articles, timings);
  }

  private List<Timing> timeSteps(List<RawArticle> articles) throws IOException {
    return new StepBenchmark(articles).time(new Interleaved(only), runs);
  }
}
