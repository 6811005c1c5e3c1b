package dev.broadsheet.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * News in JSON (IPTC ninjs): 1.x with {@code headline} and {@code body_xhtml}, 2.x with {@code
 * headlines} and {@code bodies}, 3.x with the same in camel case.
 */
final class Ninjs {

  /** Without default typing: data names no classes. */
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Keys, in lower case, of items and of nothing else that is common. */
  private static final Set<String> MARKERS =
      Set.of(
          "body_text",
          "body_xhtml",
          "body_html",
          "bodies",
          "headlines",
          "pubstatus",
          "versioncreated",
          "firstcreated",
          "$standard",
          "representationtype",
          "usageterms");

  /**
   * A record that has its text under another key is an item if it has as many of the keys above.
   */
  private static final int ENOUGH = 2;

  private Ninjs() {}

  /** Whether a record with so many {@link #isMarker marking} keys is an item. */
  static boolean isItem(int markers, boolean hasOtherText) {
    return markers >= (hasOtherText ? ENOUGH : 1);
  }

  static boolean isMarker(String key) {
    return MARKERS.contains(key.toLowerCase(Locale.ROOT));
  }

  /** The item of an object of which nothing was read yet. */
  static NewsItem item(JsonParser parser) throws IOException {
    Map<String, JsonNode> item = new TreeMap<>();
    JsonNode object = MAPPER.readTree(parser);
    object.properties().forEach(key -> item.put(fold(key.getKey()), key.getValue()));
    String uri = string(item, "uri");
    return new NewsItem(
        uri,
        NewsItem.webAddress(uri),
        title(item),
        text(item),
        NewsItem.firstOf(
            string(item, "firstcreated"),
            string(item, "versioncreated"),
            string(item, "contentcreated")),
        tags(item),
        string(item, "type"),
        string(item, "pubstatus"),
        string(item, "ednote"));
  }

  private static String title(Map<String, JsonNode> item) {
    String main =
        values(item, "headlines")
            .filter(headline -> value(headline, "role").endsWith("main"))
            .findFirst()
            .map(headline -> value(headline, "value"))
            .orElse("");
    String first = values(item, "headlines").findFirst().map(h -> value(h, "value")).orElse("");
    return NewsItem.firstOf(string(item, "headline"), main, first, string(item, "title"));
  }

  /** Of alternatives the one that marks its paragraphs. */
  private static String text(Map<String, JsonNode> item) {
    Stream<Body> flat =
        item.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("body_") && entry.getValue().isTextual())
            .map(entry -> new Body(entry.getKey(), entry.getValue().textValue()));
    Stream<Body> listed =
        values(item, "bodies")
            .map(body -> new Body(value(body, "contenttype"), value(body, "value")));
    return Stream.concat(flat, listed)
        .filter(body -> !body.value().isBlank())
        .min(Comparator.comparing(Body::isPlain))
        .map(Body::text)
        .orElse("");
  }

  /** A rendering of the body; its type is a media type or the name of the key. */
  private record Body(String type, String value) {

    boolean isPlain() {
      return !type.contains("html");
    }

    String text() {
      return isPlain() ? value : Html.text(value);
    }
  }

  private static List<String> tags(Map<String, JsonNode> item) {
    return Stream.of(
            values(item, "subject").map(Ninjs::subject),
            values(item, "subjects").map(Ninjs::subject),
            values(item, "keywords").map(keyword -> keyword.asText("")))
        .flatMap(tags -> tags)
        .filter(tag -> !tag.isBlank())
        .toList();
  }

  private static String subject(JsonNode subject) {
    String code =
        NewsItem.firstOf(value(subject, "code"), value(subject, "uri"), value(subject, "literal"));
    return SubjectCode.tag(code, value(subject, "scheme"), value(subject, "name"));
  }

  private static Stream<JsonNode> values(Map<String, JsonNode> item, String key) {
    JsonNode array = item.get(key);
    return array != null && array.isArray()
        ? StreamSupport.stream(array.spliterator(), false)
        : Stream.empty();
  }

  private static String string(Map<String, JsonNode> item, String key) {
    JsonNode value = item.get(key);
    return value != null && value.isTextual() ? value.textValue() : "";
  }

  /** The string under a key whatever its case; empty if there is none. */
  private static String value(JsonNode object, String key) {
    return object.properties().stream()
        .filter(entry -> fold(entry.getKey()).equals(key) && entry.getValue().isTextual())
        .findFirst()
        .map(entry -> entry.getValue().textValue())
        .orElse("");
  }

  private static String fold(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
