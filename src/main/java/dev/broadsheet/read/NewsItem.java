package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An item of an agency's format. What is unknown is empty, never null.
 *
 * @param id the agency's own id
 * @param url where it was published
 * @param title the headline
 * @param text paragraphs, a blank line between
 * @param published as written
 * @param tags subjects and keywords, in order
 * @param kind what the agency calls it, such as {@code picture}; told when there is no text
 * @param status of publication, such as {@code stat:usable}
 * @param note to editors
 */
record NewsItem(
    String id,
    String url,
    String title,
    String text,
    String published,
    List<String> tags,
    String kind,
    String status,
    String note) {

  /** IPTC's vocabulary, and what agencies write for it. */
  private static final Set<String> WITHDRAWN =
      Set.of("withheld", "canceled", "cancelled", "kill", "killed", "withdrawn");

  /** The article, or the reject of an item that is withdrawn or has no text. */
  Incoming at(String sourceUri) {
    if (WITHDRAWN.contains(plain(status))) {
      return Faults.withdrawn(sourceUri, plain(status), note, raw());
    }
    return text.isBlank() ? withoutText(sourceUri) : article(sourceUri);
  }

  private RawArticle article(String sourceUri) {
    return new RawArticle(sourceUri, orNull(id), orNull(url), title, text, orNull(published), tags);
  }

  private Rejected withoutText(String sourceUri) {
    return new Rejected(
        sourceUri,
        RejectReason.EMPTY_TEXT,
        "The item holds no text of its own"
            + (kind.isEmpty() ? "" : ": it is of the kind \"" + kind + "\"")
            + ". Only text that stands in an item is read.",
        raw());
  }

  private String raw() {
    return (title + "\n\n" + text).strip();
  }

  /** The last part of a qcode or URI. */
  private static String plain(String status) {
    int colon = Math.max(status.lastIndexOf(':'), status.lastIndexOf('/'));
    return status.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
  }

  private static String orNull(String value) {
    return value.isBlank() ? null : value;
  }

  /** The first that is not blank; empty if all are. */
  static String firstOf(String... values) {
    for (String value : values) {
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  /** A web address as it is; empty for any other identifier. */
  static String webAddress(String uri) {
    return uri.startsWith("http://") || uri.startsWith("https://") ? uri : "";
  }
}
