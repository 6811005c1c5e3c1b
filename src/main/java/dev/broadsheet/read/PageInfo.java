package dev.broadsheet.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    return new PageInfo(
        url(page, article, address),
        NewsItem.firstOf(
            article.headline(), meta(page, "og:title"), page.select("h1").text(), page.title()),
        published(page, article),
        tags(page, article),
        !article.headline().isEmpty() || meta(page, "og:type").equals("article"),
        article.body());
  }

  private static String url(Document page, JsonLd article, String address) {
    return NewsItem.firstOf(
        NewsItem.webAddress(page.select("link[rel=canonical]").attr("href")),
        NewsItem.webAddress(meta(page, "og:url")),
        NewsItem.webAddress(article.url()),
        NewsItem.webAddress(address));
  }

  private static String published(Document page, JsonLd article) {
    return NewsItem.firstOf(
        article.published(),
        meta(page, "article:published_time"),
        page.select("[itemprop=datePublished]").attr("content"),
        page.select("[itemprop=datePublished]").attr("datetime"),
        meta(page, "date"),
        meta(page, "dc.date.issued"),
        meta(page, "dcterms.created"),
        meta(page, "pubdate"),
        meta(page, "parsely-pub-date"),
        page.select("time[datetime]").attr("datetime"));
  }

  private static List<String> tags(Document page, JsonLd article) {
    List<String> tags = new ArrayList<>(article.keywords());
    page.select("meta[property=article:tag]").forEach(tag -> tags.add(tag.attr("content")));
    tags.addAll(Arrays.asList(meta(page, "news_keywords").split(",")));
    tags.addAll(Arrays.asList(meta(page, "keywords").split(",")));
    tags.add(NewsItem.firstOf(article.section(), meta(page, "article:section")));
    return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  private static String meta(Document page, String name) {
    for (Element meta : page.select("meta[content]")) {
      boolean isNamed =
          name.equalsIgnoreCase(meta.attr("property")) || name.equalsIgnoreCase(meta.attr("name"));
      if (isNamed) {
        return meta.attr("content").strip();
      }
    }
    return "";
  }
}
