package dev.broadsheet.segment;

import dev.broadsheet.article.RawArticle;
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

/** Microseconds an article: its sentences, and their tokens, by OpenNLP's classes and compiled. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SegmentKernels {

  @Param({"stock", "compiled"})
  private String by;

  private final Spans spans = new Spans(1024);
  private final Tokens tokens = new Tokens(1024);
  private final List<SegmentedText> texts = texts();
  private SentenceSplitter splitter;
  private Tokenizer tokenizer;
  private int next;

  private static List<SegmentedText> texts() {
    try {
      Segmenter segmenter = new Segmenter(SegmenterModels.load());
      return News.articles().stream().map(RawArticle::text).map(segmenter::segment).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Setup
  public void load() throws IOException {
    boolean isStock = by.equals("stock");
    splitter =
        isStock
            ? new OpenNlpSentenceSplitter(SegmenterModels.sentences())
            : new CompiledSentenceSplitter(new EndModel(SegmenterModels.sentences()));
    tokenizer =
        isStock
            ? new OpenNlpTokenizer(SegmenterModels.tokens())
            : new CompiledTokenizer(new SplitModel(SegmenterModels.tokens()));
  }

  @Benchmark
  public int sentences() {
    String text = next().text();
    spans.clear();
    splitter.split(text, 0, text.length(), spans);
    return spans.count();
  }

  @Benchmark
  public int tokens() {
    SegmentedText text = next();
    tokens.clear();
    for (int i = 0; i < text.sentenceCount(); i++) {
      tokenizer.tokenize(text.text(), text.sentenceBegin(i), text.sentenceEnd(i), tokens);
    }
    return tokens.count();
  }

  private SegmentedText next() {
    next = (next + 1) % texts.size();
    return texts.get(next);
  }
}
