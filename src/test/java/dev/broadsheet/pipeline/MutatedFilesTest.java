package dev.broadsheet.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.read.ArticleReader;
import dev.broadsheet.read.FieldMap;
import dev.broadsheet.read.Format;
import dev.broadsheet.read.Limits;
import dev.broadsheet.read.Records;
import dev.broadsheet.read.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The sample's files of all formats, damaged at random from a seed: whatever becomes of them, every
 * record read ends as an article or as a reject whose reason is not Broadsheet's own failure, and
 * no file takes two seconds.
 */
class MutatedFilesTest {

  private static final Path SAMPLE = Path.of("data/sample");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final long TWO_SECONDS = 2_000_000_000L;

  private final ArticleReader reader = new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT);
  private final ArticlePipeline pipeline =
      new ArticlePipeline(Models.bundled(), PipelineOptions.defaults(NOW), new StepClock());
  private long read;
  private long articles;
  private long rejects;

  @Test
  void sevenHundredMutatedFilesGiveArticlesOrRejects() throws IOException {
    process(700, 1);
  }

  @Tag("long")
  @Test
  void tenThousandMutatedFilesGiveArticlesOrRejects() throws IOException {
    process(10_000, 2);
  }

  /** Formats take turns, and the files of a format do. */
  private void process(int count, int seed) throws IOException {
    Map<Format, List<Path>> samples = samples();
    assertEquals(10, samples.size(), () -> "formats: " + samples.keySet());
    for (List<Path> files : samples.values()) {
      for (Path file : files) {
        process(file.toString(), Files.readAllBytes(file), Long.MAX_VALUE);
      }
    }
    Mutator mutator = new Mutator(new Random(seed));
    List<Format> formats = List.copyOf(samples.keySet());
    for (int i = 0; i < count; i++) {
      List<Path> files = samples.get(formats.get(i % formats.size()));
      Path file = files.get(i / formats.size() % files.size());
      process(file.toString(), mutator.mutate(file), TWO_SECONDS);
    }
    assertEquals(read, articles + rejects);
    assertTrue(articles > count / 2 && rejects > count / 4, articles + " and " + rejects);
  }

  private void process(String name, byte[] file, long limit) {
    long begin = CPU.getCurrentThreadCpuTime();
    Source source = new Source("file:/in/" + name, name);
    Format format = Format.of(name).orElseThrow();
    Records records = reader.read(source, from -> new ByteArrayInputStream(file), format);
    while (records.hasNext()) {
      read++;
      count(pipeline.process(records.next()), name);
    }
    long time = CPU.getCurrentThreadCpuTime() - begin;
    assertTrue(time < limit, () -> time / 1_000_000 + " ms: " + name);
  }

  private void count(Outcome outcome, String name) {
    if (outcome instanceof Rejected rejected) {
      rejects++;
      assertNotEquals(
          RejectReason.INTERNAL_ERROR, rejected.reason(), () -> name + ": " + rejected.detail());
    } else {
      articles++;
      assertTrue(!((Enriched) outcome).article().text().isEmpty(), name);
    }
  }

  private static Map<Format, List<Path>> samples() throws IOException {
    Map<Format, List<Path>> samples = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(
              file ->
                  Format.of(file.toString())
                      .filter(format -> format != Format.PARQUET)
                      .ifPresent(
                          format ->
                              samples.computeIfAbsent(format, f -> new ArrayList<>()).add(file)));
    }
    return samples;
  }
}
