package dev.broadsheet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.pipeline.ArticlePipeline;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.pipeline.StepClock;
import dev.broadsheet.read.FieldMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusMakerTest {

  private static List<RawArticle> source;

  @TempDir private Path folder;

  @BeforeAll
  static void readSample() throws IOException {
    source = SourceArticles.read(List.of(Path.of("data/sample")), FieldMap.STANDARD);
  }

  @Test
  void aFileHasTheSizeAskedForAndALineForEachArticle() throws IOException {
    Path file = folder.resolve("corpus.jsonl");
    long articles = new CorpusMaker(source).write(file, 300_000);
    assertTrue(Files.size(file) >= 300_000 && Files.size(file) < 320_000);
    assertEquals(articles, Files.readAllLines(file).size());
  }

  @Test
  void theSameArticlesGiveTheSameCorpus() {
    assertEquals(new CorpusMaker(source).next(200), new CorpusMaker(source).next(200));
  }

  @Test
  void noTwoTextsAreAlikeAndTheirMeanLengthIsThatOfNews() {
    List<RawArticle> made = new CorpusMaker(source).next(1000);
    Set<String> texts = new HashSet<>(made.stream().map(RawArticle::text).toList());
    assertEquals(1000, texts.size());
    double mean = made.stream().mapToInt(article -> article.text().length()).average().orElse(0);
    assertEquals(CorpusMaker.MEAN_LENGTH, mean, CorpusMaker.MEAN_LENGTH * .15);
  }

  @Test
  void aCorpusDoesNotPackMuchBetterThanNews() throws IOException {
    Path file = folder.resolve("corpus.jsonl");
    new CorpusMaker(source).write(file, 4_000_000);
    long packed = Zstd.compress(Files.readAllBytes(file), 3).length;
    assertTrue(packed > 4_000_000 / 6, packed + " bytes");
  }

  @Test
  void everyArticleMadeGoesThroughAllSteps() {
    ArticlePipeline pipeline =
        new ArticlePipeline(
            Models.bundled(), PipelineOptions.defaults(Instant.now()), new StepClock());
    for (RawArticle article : new CorpusMaker(source).next(300)) {
      assertTrue(pipeline.process(article) instanceof Enriched, article::id);
    }
  }

  @Test
  void aFolderWithoutAnArticleIsAnError() throws IOException {
    Files.writeString(folder.resolve("short.txt"), "Nothing much.");
    List<Path> inputs = List.of(folder);
    String message =
        assertThrows(IOException.class, () -> SourceArticles.read(inputs, FieldMap.STANDARD))
            .getMessage();
    assertTrue(message.contains(folder.toString()), message);
  }
}
