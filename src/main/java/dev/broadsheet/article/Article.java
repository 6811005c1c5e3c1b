package dev.broadsheet.article;

import java.time.Instant;
import java.util.List;

/**
 * A cleaned article. Paragraphs of the text are separated by one blank line; no other line breaks.
 *
 * @param id never null; unique within a well-kept archive
 * @param sourceUri the place in the input, as in {@link RawArticle}
 * @param url where it was published; null if unknown
 * @param published null if unknown, unreadable or out of range, see {@code dateNote}
 * @param dateNote what became of the date
 * @param title one line; empty if there is none
 * @param text the body without the title; empty if there is none
 * @param tags the archive's keywords, in order, without repeats
 * @param contentSha256 hex SHA-256 over title, text, date and tags: equal content, equal hash
 */
public record Article(
    String id,
    String sourceUri,
    String url,
    Instant published,
    DateNote dateNote,
    String title,
    String text,
    List<String> tags,
    String contentSha256) {

  /** What became of the date that a record carried. */
  public enum DateNote {
    /** The date was read. */
    READ,
    /** The record has no date. */
    MISSING,
    /** It is in no form that is known. */
    UNREADABLE,
    /** It lies in the future of the run, or before the year 1600. */
    OUT_OF_RANGE
  }

  public Article {
    tags = List.copyOf(tags);
  }
}
