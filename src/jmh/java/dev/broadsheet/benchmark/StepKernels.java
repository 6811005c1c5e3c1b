package dev.broadsheet.benchmark;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.Summary;
import dev.broadsheet.article.TopicScore;
import dev.broadsheet.clean.Cleaner;
import dev.broadsheet.pipeline.ArticlePipeline;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.pipeline.StepClock;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.summary.Summarizer;
import dev.broadsheet.topics.TopicClassifier;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds an article: each step that needs no OpenNLP, and all steps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StepKernels {

  private final PipelineOptions options = PipelineOptions.defaults(Instant.EPOCH);
  private final Models models = Models.bundled();
  private final Cleaner cleaner = new Cleaner();
  private final Segmenter segmenter = new Segmenter(models.segmenter());
  private final TopicClassifier classifier = new TopicClassifier(models.topics());
  private final Summarizer summarizer = new Summarizer(models.ranker(), options.budget());
  private final ArticlePipeline pipeline =
      new ArticlePipeline(models, options, new StepClock());
  private final List<RawArticle> raws = News.articles();
  private final List<Article> articles =
      raws.stream().map(raw -> cleaner.clean(raw, options.now())).toList();
  private final List<SegmentedText> titles =
      articles.stream().map(article -> segmenter.segment(article.title())).toList();
  private final List<SegmentedText> texts =
      articles.stream().map(article -> segmenter.segment(article.text())).toList();
  private int next;

  @Benchmark
  public Article clean() {
    return cleaner.clean(raws.get(advance()), options.now());
  }

  @Benchmark
  public SegmentedText segment() {
    return segmenter.segment(articles.get(advance()).text());
  }

  @Benchmark
  public List<TopicScore> topics() {
    int i = advance();
    return classifier.classify(titles.get(i), texts.get(i));
  }

  @Benchmark
  public Summary summary() {
    int i = advance();
    return summarizer.summarize(titles.get(i), texts.get(i));
  }

  @Benchmark
  public Outcome allSteps() {
    return pipeline.process(raws.get(advance()));
  }

  private int advance() {
    next = (next + 1) % raws.size();
    return next;
  }
}
