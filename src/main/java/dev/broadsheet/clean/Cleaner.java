package dev.broadsheet.clean;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.RawArticle;
import java.time.Instant;
import java.util.List;

/**
 * Repairs articles. Cleaning a clean article changes nothing; no text makes it fail. Immutable,
 * shared by threads.
 */
public final class Cleaner {

  private static final int HASH_ID = 32;

  /**
   * The article, cleaned.
   *
   * @param now the time of the run: a date more than a day later is out of range
   */
  public Article clean(RawArticle raw, Instant now) {
    Body body = new Body(Headline.oneLine(repair(raw.title())), repair(raw.text()));
    String title = body.title();
    String text = body.text();
    List<String> tags = new Tags().add(raw.tags()).add(body.keywords()).list();
    Dates.Result date = date(raw, text, now);
    String hash = ContentHash.of(title, text, date.instant(), tags);
    return new Article(
        id(raw, hash),
        raw.sourceUri(),
        isBlank(raw.url()) ? null : raw.url().strip(),
        date.instant(),
        date.note(),
        title,
        text,
        tags,
        hash);
  }

  /** The record's own; if it has none, that of the dateline if it is whole. */
  private static Dates.Result date(RawArticle raw, String text, Instant now) {
    String written = isBlank(raw.published()) ? Dateline.date(text) : raw.published();
    Dates.Result date = Dates.read(written, now);
    return isBlank(raw.published()) && date.instant() == null ? Dates.read(null, now) : date;
  }

  private static String repair(String text) {
    return text == null ? "" : Repair.repair(text);
  }

  private static String id(RawArticle raw, String hash) {
    if (!isBlank(raw.id())) {
      return raw.id().strip();
    }
    return isBlank(raw.url()) ? "sha256:" + hash.substring(0, HASH_ID) : raw.url().strip();
  }

  private static boolean isBlank(String value) {
    return value == null || value.isBlank();
  }
}
