package dev.broadsheet.benchmark;

import dev.broadsheet.article.RawArticle;
import dev.broadsheet.read.FieldMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The articles that kernels are timed on: {@value #COUNT} of 2.4 KB, made from the sample's. */
public final class News {

  private static final int COUNT = 1000;

  /** System property that names other articles than the sample's. */
  private static final String INPUT = "broadsheet.input";

  private News() {}

  /** The articles, as they stand in a file. */
  public static List<RawArticle> articles() {
    try {
      Path input = Path.of(System.getProperty(INPUT, "data/sample"));
      return new CorpusMaker(SourceArticles.read(List.of(input), FieldMap.STANDARD)).next(COUNT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
