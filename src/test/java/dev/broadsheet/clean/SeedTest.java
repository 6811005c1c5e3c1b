package dev.broadsheet.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.RawArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedTest {

  private static final Path SEED = Path.of("../shared/seed/article.txt");

  @Test
  void theSeedArticleIsRepaired() throws IOException {
    assumeTrue(Files.exists(SEED), SEED + " is not here");
    String raw = Files.readString(SEED);
    Article article =
        new Cleaner()
            .clean(new RawArticle("u", null, null, null, raw, null, List.of()), Instant.EPOCH);
    assertEquals(raw.lines().findFirst().orElseThrow(), article.title());
    assertFalse(article.text().contains(article.title()));
    assertEquals(List.of("UN", "Diplomacy"), article.tags());
    assertTrue(article.text().contains("Donald Trump to withdraw"));
    assertFalse(article.text().contains("\u00a0"));
    assertEquals(16, article.text().split("\n\n").length);
  }
}
