package dev.broadsheet.fuzz;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.clean.Cleaner;
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
import dev.broadsheet.summary.Budget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Jazzer's entry: one input to the target that a system property names, and what must hold. */
public final class FuzzTarget {

  /** The system property. */
  static final String TARGET = "broadsheet.fuzz.target";

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Limits LIMITS = new Limits(1 << 16, 1 << 22, 1 << 20);
  private static final Cleaner CLEANER = new Cleaner();
  private static Consumer<byte[]> target;

  private FuzzTarget() {}

  /** Called once by Jazzer: models are loaded here, not under the time limit of an input. */
  public static void fuzzerInitialize() {
    target = target(System.getProperty(TARGET));
  }

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    target.accept(input);
  }

  private static Consumer<byte[]> target(String name) {
    return switch (name) {
      case Targets.CLEANER -> input -> cleaned(text(input));
      case Targets.SEGMENTER -> segmenter();
      case Targets.PIPELINE -> pipeline();
      case Targets.GZIP -> input -> read(input, "a.jsonl.gz", null);
      case Targets.ZSTD -> input -> read(input, "a.jsonl.zst", null);
      default -> input -> read(input, "a", Format.named(name));
    };
  }

  /** Whatever the bytes: records with reasons, the same however they arrive. */
  private static void read(byte[] input, String name, Format format) {
    List<Incoming> records = records(input, name, format, Integer.MAX_VALUE);
    for (Incoming record : records) {
      if (record instanceof Rejected rejected) {
        require(rejected.reason() != RejectReason.INTERNAL_ERROR, rejected);
        require(!rejected.detail().isBlank() && rejected.sourceUri().startsWith("file:/"), rejected);
      }
    }
    require(records.size() <= input.length * 500L + 1, records.size() + " records");
    require(records.equals(records(input, name, format, 1)), "records depend on how bytes arrive");
  }

  private static List<Incoming> records(byte[] input, String name, Format format, int chunk) {
    List<Incoming> all = new ArrayList<>();
    Source source = new Source("file:/in/" + name, name);
    Records records =
        new ArticleReader(FieldMap.STANDARD, LIMITS)
            .read(source, from -> new Trickle(input, chunk), format);
    records.forEachRemaining(all::add);
    return all;
  }

  private static Article cleaned(String text) {
    int line = text.indexOf('\n');
    String title = line < 0 ? null : text.substring(0, line);
    RawArticle raw = new RawArticle("u", null, null, title, text, null, List.of(text));
    Article once = CLEANER.clean(raw, NOW);
    RawArticle again =
        new RawArticle("u", null, null, once.title(), once.text(), null, once.tags());
    Article twice = CLEANER.clean(again, NOW);
    require(once.title().equals(twice.title()), "title changes: " + once.title());
    require(once.text().equals(twice.text()), "text changes");
    require(once.tags().equals(twice.tags()), "tags change: " + once.tags());
    require(once.title().indexOf('\n') < 0 && !once.text().contains("\n\n\n"), "line breaks");
    return once;
  }

  private static Consumer<byte[]> segmenter() {
    Segmenter segmenter = new Segmenter(Models.bundled().segmenter());
    return input -> {
      String text = text(input);
      SegmentedText cut = segmenter.segment(text);
      int last = 0;
      for (int s = 0; s < cut.sentenceCount(); s++) {
        int begin = cut.sentenceBegin(s);
        require(begin >= last && cut.sentenceEnd(s) > begin, "sentence " + s);
        require(cut.sentenceText(s).indexOf('\n') < 0, "a line break in sentence " + s);
        for (int t = cut.firstToken(s); t < cut.endToken(s); t++) {
          require(cut.tokenBegin(t) >= Math.max(begin, last), "token " + t);
          require(cut.tokenEnd(t) > cut.tokenBegin(t), "token " + t);
          last = cut.tokenEnd(t);
        }
        last = cut.sentenceEnd(s);
      }
      require(last <= text.length(), "sentences go beyond the text");
    };
  }

  private static Consumer<byte[]> pipeline() {
    PipelineOptions options = new PipelineOptions(NOW, 1 << 20, false, Budget.DEFAULT, 0);
    ArticlePipeline pipeline = new ArticlePipeline(Models.bundled(), options, new StepClock());
    return input -> {
      String text = text(input);
      Incoming raw = new RawArticle("u", null, null, null, text, null, List.of());
      Outcome outcome = pipeline.process(raw);
      if (outcome instanceof Rejected rejected) {
        require(rejected.reason() != RejectReason.INTERNAL_ERROR, rejected);
      } else {
        checkOffsets((Enriched) outcome);
      }
      require(outcome.equals(pipeline.process(raw)), "the second time gives another outcome");
    };
  }

  private static void checkOffsets(Enriched enriched) {
    String text = enriched.article().text();
    int length = text.codePointCount(0, text.length());
    int last = 0;
    for (var pick : enriched.summary().sentences()) {
      require(pick.begin() >= last && pick.end() > pick.begin() && pick.end() <= length, pick);
      last = pick.end();
    }
    for (var topic : enriched.topics()) {
      require(topic.probability() >= 0 && topic.probability() <= 1, topic);
      for (var evidence : topic.evidence()) {
        require(evidence.begin() >= 0 && evidence.begin() < evidence.end(), evidence);
        require(evidence.end() <= length, evidence);
      }
    }
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  private static void require(boolean holds, Object what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /** Gives at most so many bytes at a time, as networks do. */
  private static final class Trickle extends InputStream {

    private final ByteArrayInputStream in;
    private final int chunk;

    Trickle(byte[] bytes, int chunk) {
      this.in = new ByteArrayInputStream(bytes);
      this.chunk = chunk;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return in.read(target, offset, Math.min(length, chunk));
    }
  }
}
