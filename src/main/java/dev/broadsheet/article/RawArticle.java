package dev.broadsheet.article;

import java.util.List;

/**
 * An article as it stood in its file, before any repair.
 *
 * @param sourceUri the file's URI, with {@code #record=N} or {@code #byte=N} where it holds several
 * @param id the archive's own id, else a URL, else what the reader could tell; null if none
 * @param url where it was published; null if unknown
 * @param title null or empty if the record has none
 * @param text null or empty if the record has none
 * @param published the date as written; null if none
 * @param tags the archive's keywords, in order; empty if none
 */
public record RawArticle(
    String sourceUri,
    String id,
    String url,
    String title,
    String text,
    String published,
    List<String> tags)
    implements Incoming {

  public RawArticle {
    tags = List.copyOf(tags);
  }

  @Override
  public long length() {
    long length = 0;
    for (String field : new String[] {sourceUri, id, url, title, text, published}) {
      length += field == null ? 0 : field.length();
    }
    for (String tag : tags) {
      length += tag.length();
    }
    return length;
  }
}
