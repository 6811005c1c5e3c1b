package dev.broadsheet.benchmark;

import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The articles that a corpus is made from: those of local files that the pipeline accepts. */
public final class SourceArticles {

  /** More would not make the corpus more varied, but take time to read. */
  private static final int MOST = 2000;

  /** Shorter ones have nothing to choose a summary from. */
  private static final int FEWEST_SENTENCES = 3;

  private final ArticleReader reader;
  private final ArticlePipeline pipeline =
      new ArticlePipeline(
          Models.bundled(), PipelineOptions.defaults(Instant.now()), new StepClock());
  private final List<RawArticle> articles = new ArrayList<>();

  private SourceArticles(FieldMap fields) {
    this.reader = new ArticleReader(fields, Limits.DEFAULT);
  }

  /**
   * Reads up to {@value #MOST} articles, as they stand in their files, in the order of the files'
   * names. Parquet is left out, as Spark reads it.
   *
   * @param inputs files, or folders to walk
   * @throws IOException if an input does not exist or holds no such article
   */
  public static List<RawArticle> read(List<Path> inputs, FieldMap fields) throws IOException {
    SourceArticles source = new SourceArticles(fields);
    for (Path input : inputs) {
      for (Path file : files(input)) {
        source.add(file);
      }
    }
    if (source.articles.isEmpty()) {
      throw new IOException(
          "There is no English article of three sentences in " + inputs + "; give others.");
    }
    return source.articles;
  }

  private static List<Path> files(Path input) throws IOException {
    try (Stream<Path> files = Files.walk(input)) {
      return files.filter(Files::isRegularFile).filter(SourceArticles::isRead).sorted().toList();
    }
  }

  private static boolean isRead(Path file) {
    return Format.of(file.getFileName().toString()).filter(f -> f != Format.PARQUET).isPresent();
  }

  private void add(Path file) throws IOException {
    Source source = new Source(file.toString(), file.toString());
    try (Records records = reader.read(source, from -> Files.newInputStream(file), null)) {
      while (articles.size() < MOST && records.hasNext()) {
        add(records.next());
      }
    }
  }

  private void add(Incoming incoming) {
    if (incoming instanceof RawArticle raw
        && pipeline.process(raw) instanceof Enriched enriched
        && enriched.sentenceCount() >= FEWEST_SENTENCES) {
      articles.add(raw);
    }
  }
}
