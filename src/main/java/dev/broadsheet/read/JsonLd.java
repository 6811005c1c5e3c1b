package dev.broadsheet.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of its article in schema.org's terms (JSON-LD). What is unknown is empty, never
 * null; data that is no JSON says nothing, as for search engines.
 */
record JsonLd(
    String headline,
    String published,
    String url,
    String section,
    String body,
    List<String> keywords) {

  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build())
              .build());

  /** The first article that the page describes; one of empty fields if it describes none. */
  static JsonLd of(Document page) {
    List<JsonNode> articles = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      addArticles(parse(script.data()), articles);
    }
    return of(articles.isEmpty() ? MissingNode.getInstance() : articles.get(0));
  }

  private static JsonLd of(JsonNode article) {
    return new JsonLd(
        string(article.path("headline")),
        string(article.path("datePublished")),
        string(article.path("url")),
        string(article.path("articleSection")),
        string(article.path("articleBody")),
        keywords(article.path("keywords")));
  }

  private static List<String> keywords(JsonNode value) {
    return strings(value).stream().flatMap(line -> Arrays.stream(line.split(","))).toList();
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Articles stand alone, in an array, or in a graph. */
  private static void addArticles(JsonNode node, List<JsonNode> articles) {
    if (node.isArray()) {
      node.forEach(item -> addArticles(item, articles));
    } else if (isArticle(node)) {
      articles.add(node);
    } else if (node.has("@graph")) {
      addArticles(node.get("@graph"), articles);
    }
  }

  private static boolean isArticle(JsonNode node) {
    return strings(node.path("@type")).stream()
        .anyMatch(type -> type.endsWith("Article") || type.endsWith("Posting"));
  }

  private static String string(JsonNode value) {
    List<String> strings = strings(value);
    return strings.isEmpty() ? "" : strings.get(0);
  }

  /** One string, or an array of them. */
  private static List<String> strings(JsonNode value) {
    if (value.isArray()) {
      List<String> strings = new ArrayList<>();
      value.forEach(item -> strings.addAll(strings(item)));
      return strings;
    }
    return value.isTextual() ? List.of(value.textValue()) : List.of();
  }
}
