package dev.broadsheet.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of its article to search engines and social networks: JSON-LD first, then meta
 * elements, then the page itself. What is unknown is empty, never null.
 *
 * @param isArticle whether it says that it is one
 * @param body the text that it gives them
 */
record PageInfo(
    String url, String title, String published, List<String> tags, boolean isArticle, String body) {

  /**
   * Reads a page that is still whole.
   *
   * @param address where it was found; empty if unknown
   */
  static PageInfo of(Document page, String address) {
    JsonLd article = JsonLd.of(page);
    Map<String, String> meta = meta(page);
    return new PageInfo(
        url(page, article, meta, address),
        NewsItem.firstOf(
            article.headline(),
            meta.getOrDefault("og:title", ""),
            page.select("h1").text(),
            page.title()),
        published(page, article, meta),
        tags(page, article, meta),
        !article.headline().isEmpty() || meta.getOrDefault("og:type", "").equals("article"),
        article.body());
  }

  private static String url(
      Document page, JsonLd article, Map<String, String> meta, String address) {
    return NewsItem.firstOf(
        NewsItem.webAddress(page.select("link[rel=canonical]").attr("href")),
        NewsItem.webAddress(meta.getOrDefault("og:url", "")),
        NewsItem.webAddress(article.url()),
        NewsItem.webAddress(address));
  }

  private static String published(Document page, JsonLd article, Map<String, String> meta) {
    return NewsItem.firstOf(
        article.published(),
        meta.getOrDefault("article:published_time", ""),
        page.select("[itemprop=datePublished]").attr("content"),
        page.select("[itemprop=datePublished]").attr("datetime"),
        meta.getOrDefault("date", ""),
        meta.getOrDefault("dc.date.issued", ""),
        meta.getOrDefault("dcterms.created", ""),
        meta.getOrDefault("pubdate", ""),
        meta.getOrDefault("parsely-pub-date", ""),
        page.select("time[datetime]").attr("datetime"));
  }

  private static List<String> tags(Document page, JsonLd article, Map<String, String> meta) {
    List<String> tags = new ArrayList<>(article.keywords());
    page.select("meta[property=article:tag]").forEach(tag -> tags.add(tag.attr("content")));
    tags.addAll(Arrays.asList(meta.getOrDefault("news_keywords", "").split(",")));
    tags.addAll(Arrays.asList(meta.getOrDefault("keywords", "").split(",")));
    tags.add(NewsItem.firstOf(article.section(), meta.getOrDefault("article:section", "")));
    return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  /** The meta elements by property or name in lower case; of equal ones the first. */
  private static Map<String, String> meta(Document page) {
    Map<String, String> meta = new HashMap<>();
    for (Element element : page.select("meta[content]")) {
      String content = element.attr("content").strip();
      meta.putIfAbsent(element.attr("property").toLowerCase(Locale.ROOT), content);
      meta.putIfAbsent(element.attr("name").toLowerCase(Locale.ROOT), content);
    }
    return meta;
  }
}
