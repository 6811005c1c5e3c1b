package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A web page. Its text is what Readability (Mozilla's rules for the reader view) takes for the
 * article; the rest is what the page says of itself to search engines and social networks: JSON-LD
 * first, then meta elements. One thread.
 */
final class HtmlPage {

  /** Readability's time grows faster than the page. */
  private static final int MAX_NODES = 100_000;

  private static final int MAX_DEPTH = 400;

  /**
   * Below, Mozilla's isProbablyReaderable counts no paragraph; such a page must say it is an
   * article.
   */
  private static final int MIN_TEXT = 140;

  /** The extractor asks for the page's address to complete links, which are not kept. */
  private static final String ANY_ADDRESS = "https://page.invalid/";

  private final Document page;
  private final String address;

  /** What the page says of itself; read before the extractor takes the page apart. */
  private final JsonLd article;

  private HtmlPage(Document page, String address) {
    this.page = page;
    this.address = address;
    this.article = JsonLd.of(page);
  }

  /**
   * Parses a page.
   *
   * @param charset as the server said; null to go by the page's mark or its meta element, then by
   *     UTF-8, and by Windows-1252 if it is not that
   * @param address where it was found; empty if unknown
   * @throws BadFile if it is no text
   */
  static HtmlPage parse(byte[] bytes, String charset, String address) throws IOException {
    if (Encoding.isUtf8(Arrays.copyOf(bytes, Math.min(3, bytes.length)))) {
      Content.refuseNul(bytes);
    }
    Document page = parse(bytes, charset);
    boolean isGuess = charset == null && page.select("meta[charset],meta[http-equiv]").isEmpty();
    boolean isWrong = isGuess && page.text().indexOf('\ufffd') >= 0;
    return new HtmlPage(isWrong ? parse(bytes, "windows-1252") : page, address);
  }

  private static Document parse(byte[] bytes, String charset) throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(bytes), charset, "");
  }

  /**
   * The article.
   *
   * @param fallbackId its id if its address is not known
   */
  Incoming article(String sourceUri, String fallbackId) {
    String url =
        NewsItem.webAddress(
            NewsItem.firstOf(
                page.select("link[rel=canonical]").attr("href"),
                meta("og:url"),
                article.url(),
                address));
    String title = title();
    String published = published();
    List<String> tags = tags();
    String text = isTooLarge() ? null : text();
    if (text == null || text.isBlank()) {
      return reject(sourceUri, text == null, title);
    }
    String id = url.isEmpty() ? fallbackId : url;
    return new RawArticle(
        sourceUri,
        id,
        url.isEmpty() ? null : url,
        title,
        text,
        published.isEmpty() ? null : published,
        tags);
  }

  private String title() {
    return NewsItem.firstOf(
        article.headline(), meta("og:title"), page.select("h1").text(), page.title());
  }

  private String published() {
    return NewsItem.firstOf(
        article.published(),
        meta("article:published_time"),
        page.select("[itemprop=datePublished]").attr("content"),
        page.select("[itemprop=datePublished]").attr("datetime"),
        meta("date"),
        meta("dc.date.issued"),
        meta("dcterms.created"),
        meta("pubdate"),
        meta("parsely-pub-date"),
        page.select("time[datetime]").attr("datetime"));
  }

  private List<String> tags() {
    List<String> tags = new ArrayList<>(article.keywords());
    page.select("meta[property=article:tag]").forEach(tag -> tags.add(tag.attr("content")));
    tags.addAll(Arrays.asList(meta("news_keywords").split(",")));
    tags.addAll(Arrays.asList(meta("keywords").split(",")));
    tags.addAll(Arrays.asList(NewsItem.firstOf(article.section(), meta("article:section"))));
    return tags.stream().filter(tag -> !tag.isBlank()).toList();
  }

  private String meta(String name) {
    for (Element meta : page.select("meta[content]")) {
      if (name.equalsIgnoreCase(meta.attr("property"))
          || name.equalsIgnoreCase(meta.attr("name"))) {
        return meta.attr("content").strip();
      }
    }
    return "";
  }

  private boolean isTooLarge() {
    int[] nodes = new int[1];
    boolean[] deep = new boolean[1];
    page.traverse(
        (Node node, int depth) -> {
          nodes[0]++;
          deep[0] |= depth > MAX_DEPTH;
        });
    return deep[0] || nodes[0] > MAX_NODES;
  }

  private String text() {
    Element main = new Readability4J(ANY_ADDRESS, page).parse().getArticleContent();
    String text = main == null ? "" : Html.text(main);
    boolean isArticle = text.length() >= MIN_TEXT || !article.headline().isEmpty();
    return NewsItem.firstOf(isArticle ? text : "", article.body());
  }

  private static Rejected reject(String sourceUri, boolean isTooLarge, String title) {
    return isTooLarge
        ? new Rejected(
            sourceUri,
            RejectReason.TOO_LONG,
            "The page has more than %d nodes, or they are nested deeper than %d; take it out."
                .formatted(MAX_NODES, MAX_DEPTH),
            title)
        : new Rejected(
            sourceUri,
            RejectReason.EMPTY_TEXT,
            "No article was found on the page; take it out if it is an index or a form.",
            title);
  }
}
