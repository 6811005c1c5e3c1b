package dev.broadsheet.benchmark;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.clean.Cleaner;
import dev.broadsheet.language.LanguageGuesser;
import dev.broadsheet.language.LanguageModel;
import dev.broadsheet.pipeline.ArticlePipeline;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.pipeline.StepClock;
import dev.broadsheet.read.ArticleReader;
import dev.broadsheet.read.FieldMap;
import dev.broadsheet.read.Format;
import dev.broadsheet.read.Limits;
import dev.broadsheet.read.Records;
import dev.broadsheet.read.Source;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.StockSegmenter;
import dev.broadsheet.summary.Summarizer;
import dev.broadsheet.topics.TopicClassifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Each step by itself, on one thread and articles in memory: what it needs from the steps before is
 * made beforehand. Beside it stands what OpenNLP's own classes take for the same.
 */
public final class StepBenchmark {

  static final String LANGUAGE = "step language";
  static final String SEGMENT = "step segment";
  static final String STOCK_LANGUAGE = "OpenNLP language";
  static final String STOCK_SEGMENT = "OpenNLP segment";

  /** Until the JVM has compiled what is hot. */
  private static final int WARM_UPS = 3;

  private record Segmented(SegmentedText title, SegmentedText text) {}

  private final ArticleReader reader = new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT);
  private final Models models = Models.bundled();
  private final PipelineOptions options = PipelineOptions.defaults(Instant.now());
  private final List<RawArticle> raws;
  private final List<Article> articles = new ArrayList<>();
  private final List<Segmented> segmented = new ArrayList<>();
  private final long bytes;

  /** Takes the articles to work on. */
  public StepBenchmark(List<RawArticle> raws) {
    this.raws = raws;
    this.bytes =
        raws.stream().mapToLong(r -> r.text().getBytes(StandardCharsets.UTF_8).length).sum();
    Cleaner cleaner = new Cleaner();
    Segmenter segmenter = new Segmenter(models.segmenter());
    for (RawArticle raw : raws) {
      Article article = cleaner.clean(raw, options.now());
      articles.add(article);
      segmented.add(
          new Segmented(segmenter.segment(article.title()), segmenter.segment(article.text())));
    }
  }

  /** Times parsing of each format, each step, all steps, and OpenNLP's own. */
  public List<Timing> time(Interleaved plan, int rounds) throws IOException {
    addParsing(plan);
    addSteps(plan);
    addStock(plan);
    return plan.run(WARM_UPS, rounds);
  }

  private void addParsing(Interleaved plan) {
    FormatWriters.files(raws)
        .forEach(
            (format, files) ->
                plan.add(
                    "parse " + format.name().toLowerCase(Locale.ROOT),
                    files.stream().mapToLong(file -> file.length).sum(),
                    raws.size(),
                    () -> parse(format, files)));
  }

  private void parse(Format format, List<byte[]> files) throws IOException {
    int count = 0;
    for (byte[] file : files) {
      Source source = new Source("memory", "memory");
      try (Records records = reader.read(source, from -> new ByteArrayInputStream(file), format)) {
        for (; records.hasNext(); count++) {
          records.next();
        }
      }
    }
    if (count != raws.size()) {
      throw new IllegalStateException(format + " gave " + count + " of " + raws.size());
    }
  }

  private void addSteps(Interleaved plan) {
    Cleaner cleaner = new Cleaner();
    LanguageGuesser guesser = new LanguageGuesser(models.language());
    Segmenter segmenter = new Segmenter(models.segmenter());
    TopicClassifier classifier = new TopicClassifier(models.topics());
    Summarizer summarizer = new Summarizer(models.ranker(), options.budget());
    ArticlePipeline pipeline = new ArticlePipeline(models, options, new StepClock());
    add(plan, "step clean", raws, raw -> cleaner.clean(raw, options.now()));
    add(plan, LANGUAGE, articles, article -> guesser.guess(article.text()));
    add(plan, SEGMENT, articles, article -> segmenter.segment(article.text()));
    add(plan, "step topics", segmented, s -> classifier.classify(s.title(), s.text()));
    add(plan, "step summary", segmented, s -> summarizer.summarize(s.title(), s.text()));
    add(plan, "all steps", batches(), pipeline::process);
  }

  /** As the job takes them. */
  private List<List<RawArticle>> batches() {
    List<List<RawArticle>> batches = new ArrayList<>();
    for (int i = 0; i < raws.size(); i += ArticlePipeline.BATCH) {
      batches.add(raws.subList(i, Math.min(i + ArticlePipeline.BATCH, raws.size())));
    }
    return batches;
  }

  private void addStock(Interleaved plan) throws IOException {
    StockSegmenter segmenter = new StockSegmenter();
    LanguageGuesser guesser = new LanguageGuesser(LanguageModel.stock());
    add(plan, STOCK_LANGUAGE, articles, article -> guesser.guess(article.text()));
    add(plan, STOCK_SEGMENT, articles, article -> segmenter.count(article.text()));
  }

  private <T> void add(Interleaved plan, String name, List<T> inputs, Consumer<T> step) {
    plan.add(name, bytes, raws.size(), () -> inputs.forEach(step));
  }
}
