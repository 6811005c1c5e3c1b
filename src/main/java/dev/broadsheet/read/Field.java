package dev.broadsheet.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an article is read from, and the keys that are taken for it unless a map says otherwise. */
public enum Field {
  /** Required. A string, or an array of strings: its paragraphs. */
  TEXT(
      "text, body, content, article, articleBody, article_text, full_text, maintext, main_text,"
          + " story"),
  TITLE("title, headline, head, header, heading"),
  ID("id, article_id, doc_id, docid, guid, uuid, _id"),
  URL("url, uri, link, web_url, permalink, canonical_url"),
  PUBLISHED(
      "published, published_at, date, date_published, publish_date, pub_date, publication_date,"
          + " timestamp, created_at, created, datetime"),
  /** An array of strings, or one string with commas or semicolons. */
  TAGS("tags, keywords, source_tags, topics, categories, category, section, subjects, labels");

  private final String keys;

  Field(String keys) {
    this.keys = keys;
  }

  /** The usual keys, the preferred first. */
  List<String> keys() {
    return List.of(keys.split(", "));
  }

  /** The name in a map, such as {@code text}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> named(String label) {
    return Arrays.stream(values()).filter(field -> field.label().equals(label)).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(Field::label).collect(Collectors.joining(", "));
  }
}
