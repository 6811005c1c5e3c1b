package dev.broadsheet.benchmark;

import dev.broadsheet.article.RawArticle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** Articles in the formats that mark up text, with about as much around it as real ones have. */
final class MarkupWriters {

  private static final String MENU =
      "<nav><ul>" + "<li><a href=\"/section\">Section</a></li>".repeat(40) + "</ul></nav>";
  private static final String SIDEBAR =
      "<aside><h2>Most read</h2><ol>"
          + "<li><a href=\"/story\">A headline of another story</a></li>".repeat(20)
          + "</ol></aside>";

  private MarkupWriters() {}

  static List<String> nitf(List<RawArticle> articles) {
    return articles.stream().map(MarkupWriters::nitf).toList();
  }

  static List<String> html(List<RawArticle> articles) {
    return articles.stream().map(MarkupWriters::html).toList();
  }

  /** One crawl. */
  static List<String> warc(List<RawArticle> articles) {
    return List.of(articles.stream().map(MarkupWriters::warc).collect(Collectors.joining()));
  }

  private static String nitf(RawArticle article) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>%1$s</title><docdata>\
        <doc-id id-string="%2$s"/><date.issue norm="20210414T150220Z"/></docdata></head>
        <body><body.head><hedline><hl1>%1$s</hl1></hedline></body.head>
        <body.content>%3$s</body.content></body></nitf>
        """
        .formatted(escaped(article.title()), escaped(article.id()), paragraphs(article));
  }

  private static String html(RawArticle article) {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>%1$s | Paper</title>
        <meta property="og:title" content="%1$s"><script>var analytics = 1;</script></head>
        <body><header>%2$s</header><main><article><h1>%1$s</h1>%3$s</article></main>
        %4$s<footer><p>All rights reserved.</p></footer></body></html>
        """
        .formatted(escaped(article.title()), MENU, paragraphs(article), SIDEBAR);
  }

  private static String warc(RawArticle article) {
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html(article);
    return """
        WARC/1.1\r
        WARC-Type: response\r
        WARC-Target-URI: https://paper.example/story\r
        Content-Type: application/http;msgtype=response\r
        Content-Length: %d\r
        \r
        %s\r
        \r
        """
        .formatted(http.getBytes(StandardCharsets.UTF_8).length, http);
  }

  private static String paragraphs(RawArticle article) {
    return escaped(article.text())
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> "<p>" + line + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text == null ? "" : Entities.escape(text);
  }
}
