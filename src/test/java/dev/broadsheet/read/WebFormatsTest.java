package dev.broadsheet.read;

import static dev.broadsheet.read.Reading.article;
import static dev.broadsheet.read.Reading.inShort;
import static dev.broadsheet.read.Reading.read;
import static dev.broadsheet.read.Reading.reason;
import static dev.broadsheet.read.Reading.reject;
import static dev.broadsheet.read.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Web pages, alone and in crawls. */
class WebFormatsTest {

  private static final String ONE =
      "The council of Velnar voted on Monday to rebuild the old pier, which a storm had broken in two,"
          + " with money from the harbour’s own reserve.";
  private static final String TWO =
      "Work is to begin in the autumn, when the last ferry of the season has left, and will take a year"
          + " and a half, the mayor said.";

  /** A page of the two paragraphs in Brotli, which Java cannot write. */
  private static final String BROTLI_PAGE =
      "G3QBYByn57Lem2VDadU5lY1SE+72PtCODb7mdB3n9QJXPFRmNyFXP7MjxN2tEBqVpDglS1HzOZ8bsxSm"
          + "mFVxWOL5C6c1gB15x3SnZjscRUDa259gYnz+BgUuhfFHCemRz6T6Ts9kqCexS7kwaGjDwOqTNSZFJzJg"
          + "vQmrZvrix+MoeUK0o5sbJdRLAF7DU2dFYpYs4qF75g/1S5csGNxtUijDHDN2KnCWMvM9d6jTUGweBR7i"
          + "1D400QM=";

  /** 64 MB of blanks in Brotli. */
  private static final String BROTLI_BOMB =
      "z///f/glQOKxQCD3/p/////wSwDEYQGA7v0/////4ZcAiMMiAN37//z//8cvARCHBQC69/8=";

  /** Found by fuzzing: the extractor looks for the parent of the page's root. */
  private static final String ODD_PAGE =
      "<p>\u00e2r watch by it,\u009d said C\\l<section id=comment><p>readknew it all along,"
          + " and I said so last yeutf-8\"<title>Islands of Sorrel switch off last diesel generat"
          + "or aref=\"/\">The Example Courier</, which lasts about forty minuteicity on the isla"
          + "nds cost three times as much as on the mainland. The utility expects the price to fa"
          + "ll by a third within twscribe to our newsletter</a></li></ul></asidp>\u009cYou set y"
          + "our watch by it,\u009d said C\\llum Reyes, who fished the strait for thirty years an"
          + "d .ow maintains the turbines. The project cost 96 million crowns, of whichion><foote"
          + "r><p>he Exampnt\">Impr<a>Privaa></";

  private static final String TEXT = "Pier\n\n" + ONE + "\n\n" + TWO;

  private static String page(String head, String body) {
    return "<!DOCTYPE html><html><head>"
        + head
        + "</head><body><nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Sport</a></li></ul>"
        + "</nav><article><h1>Pier</h1>"
        + body
        + "</article><footer><p>All rights reserved.</p></footer></body></html>";
  }

  private static String page(String head) {
    return page(head, "<p>" + ONE + "</p><p>" + TWO + "</p>");
  }

  @Test
  void aPageGivesItsArticleWithoutMenusAndFooters() {
    assertEquals(TEXT, article(read("a.html", page(""))).text());
    assertEquals("Pier", article(read("a.htm", page("<title>Pier | Paper</title>"))).title());
    assertEquals("a.html", article(read("a.html", page(""))).id());
  }

  @Test
  void jsonLdComesBeforeMetaElements() {
    String meta =
        "<title>x | Paper</title><meta property='og:title' content='Meta'>"
            + "<meta property='article:published_time' content='2021-01-02T03:04:05+06:00'>"
            + "<meta name='keywords' content='a, b'>"
            + "<link rel='canonical' href='https://paper.example/pier'>";
    RawArticle article = article(read("a.html", page(meta)));
    assertEquals("Meta", article.title());
    assertEquals("2021-01-02T03:04:05+06:00", article.published());
    assertEquals("https://paper.example/pier", article.url());
    assertEquals("https://paper.example/pier", article.id());
    assertEquals(List.of("a", "b"), article.tags());
    String data =
        "<script type='application/ld+json'>[{\"@type\":\"WebSite\"},{\"@graph\":[{\"@type\":"
            + "[\"ReportageNewsArticle\"],\"headline\":\"Data\",\"datePublished\":\"2022-01-01\","
            + "\"keywords\":\"c,d\",\"articleSection\":[\"Local\"]}]}]</script>";
    article = article(read("a.html", page(meta + data)));
    assertEquals("Data", article.title());
    assertEquals("2022-01-01", article.published());
    assertEquals(List.of("c", "d", "a", "b", "Local"), article.tags());
  }

  @Test
  void jsonLdThatIsBrokenSaysNothing() {
    for (String data : List.of("{\"@type\":", "[".repeat(100_000), "7", "{\"@graph\":{}}", "")) {
      String page = page("<script type='application/ld+json'>" + data + "</script>");
      assertEquals(
          "Pier",
          article(read("a.html", page)).title(),
          data.substring(0, Math.min(9, data.length())));
    }
  }

  @Test
  void aDialogForConsentIsNotTakenForTheArticle() {
    String consent = "<p>We and our partners store cookies, and process data, on your device.</p>";
    String dialog = "<div class='x' role='dialog'>" + consent.repeat(5) + "</div>";
    String shorts = "<meta property='og:type' content='article'>";
    String page = page(shorts, "<p>A man was hurt.</p>").replace("<nav>", dialog + "<nav>");
    assertEquals("Pier\n\nA man was hurt.", article(read("a.html", page)).text());
  }

  @Test
  void aPageThatShowsOnlyAStartGivesTheBodyInItsData() {
    String data =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Pier\","
            + "\"articleBody\":\"%s\"}</script>";
    String all = ONE + " " + TWO;
    String cut = page(data.formatted(all), "<p>Subscribe to read on.</p>");
    assertEquals(all, article(read("a.html", cut)).text());
    assertEquals(TEXT, article(read("a.html", page(data.formatted(all)))).text());
    assertEquals(TEXT, article(read("a.html", page(data.formatted(ONE)))).text());
  }

  @Test
  void aPageWithoutAnArticleIsARejectThatSaysSo() {
    String index = "<html><body><nav><a href='/a'>World</a></nav><form>Search</form></body></html>";
    assertEquals(RejectReason.EMPTY_TEXT, reason(read("a.html", index)));
    assertTrue(reject(read("a.html", index)).detail().contains("No article"));
    assertEquals(RejectReason.EMPTY_TEXT, reason(read("a.html", "")));
    byte[] odd = ODD_PAGE.getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(RejectReason.EMPTY_TEXT, reason(read("a.html", odd)));
    assertEquals(RejectReason.NOT_TEXT, reason(read("a.html", "<html>\0</html>")));
  }

  @Test
  void aPageIsReadInTheCharsetThatItDeclaresOrElseAsBrowsersDo() {
    String quoted = page("", "<p>“" + ONE + "”</p><p>" + TWO + "</p>");
    for (String name : List.of("UTF-8", "windows-1252", "UTF-16")) {
      String declared = quoted.replace("<head>", "<head><meta charset='" + name + "'>");
      byte[] bytes = declared.getBytes(Charset.forName(name));
      assertTrue(article(read("a.html", bytes)).text().contains("“The council"), name);
    }
    byte[] undeclared = quoted.getBytes(Charset.forName("windows-1252"));
    assertTrue(article(read("a.html", undeclared)).text().contains("“The council"));
    String wrong = quoted.replace("<head>", "<head><meta charset='no such'>");
    assertTrue(article(read("a.html", wrong)).text().contains("“The council"));
  }

  @Test
  void hugeAndDeepPagesAreRejectedInTime() {
    List<String> floods =
        List.of("<div>", "<b>", "<p>", "<a href=x>", "<table><tr><td>", "<", "<b><i><p>", "<x y='");
    for (String flood : floods) {
      for (int count : new int[] {1900, 19_000, 99_000, 1 << 20}) {
        long begin = System.nanoTime();
        assertEquals(1, read("a.html", page("", flood.repeat(count / flood.length()))).size());
        long milliseconds = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(milliseconds < 2000, () -> milliseconds + " ms: " + flood + " " + count);
      }
    }
  }

  @Test
  void aCrawlGivesItsPagesAndNothingElse() {
    byte[] crawl =
        join(
            warc("warcinfo", "", "application/warc-fields", utf8("software: x\r\n")),
            warc(
                "request",
                "http://p/1",
                "application/http;msgtype=request",
                utf8("GET / HTTP/1.1\r\n\r\n")),
            response("http://p/1", "200 OK", "text/html", page("")),
            response("http://p/2", "200 OK", "image/png", "PNG"),
            response("http://p/3", "404 Not Found", "text/html", page("")),
            response(
                "http://p/4",
                "200 OK",
                "text/html; charset=utf-8",
                page("<link rel='canonical' href='http://q/4'>")));
    List<Incoming> records = read("a.warc", crawl);
    assertEquals(2, records.size());
    RawArticle first = article(records);
    assertEquals("http://p/1", first.url());
    assertEquals("http://p/1", first.id());
    assertEquals(TEXT, first.text());
    assertEquals("http://q/4", ((RawArticle) records.get(1)).url());
    int at =
        new String(crawl, StandardCharsets.ISO_8859_1).indexOf("WARC/1.1\r\nWARC-Type: response");
    assertEquals("file:/in/a.warc#byte=" + at, first.sourceUri());
  }

  @Test
  void gzippedAndChunkedPayloadsAreDecoded() {
    byte[] page = utf8(page(""));
    byte[] zipped = Reading.gzip(page);
    byte[] chunked =
        join(
            utf8(Integer.toHexString(9) + "\r\n"),
            Arrays.copyOf(zipped, 9),
            utf8("\r\n" + Integer.toHexString(zipped.length - 9) + "\r\n"),
            Arrays.copyOfRange(zipped, 9, zipped.length),
            utf8("\r\n0\r\n\r\n"));
    byte[] http =
        join(
            utf8(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"),
            chunked);
    byte[] record = warc("response", "http://p/1", "application/http;msgtype=response", http);
    assertEquals(List.of(TEXT), inShort(read("a.warc", record)));
    byte[] members = join(Reading.gzip(record), Reading.gzip(record));
    assertEquals(2, read("a.warc.gz", members).size());
  }

  @Test
  void payloadsInBrotliAreDecodedAndBounded() {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n";
    byte[] page = Base64.getDecoder().decode(BROTLI_PAGE);
    byte[] bomb = Base64.getDecoder().decode(BROTLI_BOMB);
    String type = "application/http;msgtype=response";
    byte[] good = warc("response", "http://p/1", type, join(utf8(head), page));
    byte[] large = warc("response", "http://p/2", type, join(utf8(head), bomb));
    assertEquals(
        List.of(ONE + "\n\n" + TWO, "TOO_LONG", ONE + "\n\n" + TWO),
        inShort(read("a.warc", join(good, large, good))));
  }

  @Test
  void theCharsetThatTheServerNamedIsUsed() {
    byte[] body = page("").getBytes(StandardCharsets.UTF_16BE);
    byte[] http =
        join(utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-16BE\r\n\r\n"), body);
    byte[] record = warc("response", "http://p/1", "application/http;msgtype=response", http);
    assertEquals(List.of(TEXT), inShort(read("a.warc", record)));
  }

  @Test
  void aDamagedResponseLeavesItsNeighboursWhole() {
    byte[] good = response("http://p/1", "200 OK", "text/html", page(""));
    byte[] zipped =
        warc(
            "response",
            "http://p/2",
            "application/http;msgtype=response",
            utf8(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nno gzip"));
    byte[] noHttp =
        warc("response", "http://p/2", "application/http;msgtype=response", utf8("\0\1\2"));
    byte[] binary = response("http://p/2", "200 OK", "text/html", "<html>\0");
    assertEquals(
        List.of(TEXT, "MALFORMED_RECORD", "MALFORMED_RECORD", "NOT_TEXT", TEXT),
        inShort(read("a.warc", join(good, zipped, noHttp, binary, good))));
  }

  @Test
  void recordsBeforeACutOfACrawlStand() {
    byte[] one = response("http://p/1", "200 OK", "text/html", page(""));
    byte[] two = join(one, one);
    for (int cut = one.length + 1; cut < two.length - 4; cut += 7) {
      List<Incoming> records = read("a.warc", Arrays.copyOf(two, cut));
      assertEquals(2, records.size(), "cut at " + cut);
      assertFalse(reason(records) == RejectReason.INTERNAL_ERROR, "cut at " + cut);
    }
  }

  @Test
  void aLongHeaderOrPageIsBounded() {
    Limits limits = new Limits(20_000, 1 << 30, 1000);
    byte[] good = response("http://p/1", "200 OK", "text/html", page(""));
    byte[] longPage =
        response("http://p/2", "200 OK", "text/html", page("", "<p>" + ONE.repeat(300) + "</p>"));
    assertEquals(
        List.of("TOO_LONG", TEXT),
        inShort(read("a.warc", join(longPage, good), limits, FieldMap.STANDARD)));
    byte[] longHeader = join(good, utf8("WARC/1.1\r\nX: " + "x".repeat(1 << 20)));
    assertEquals(
        List.of(TEXT, "TOO_LONG"), inShort(read("a.warc", longHeader, limits, FieldMap.STANDARD)));
  }

  static byte[] response(String uri, String status, String type, String body) {
    byte[] head = utf8("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n\r\n");
    return warc("response", uri, "application/http;msgtype=response", join(head, utf8(body)));
  }

  private static byte[] warc(String kind, String uri, String type, byte[] block) {
    String head =
        "WARC/1.1\r\nWARC-Type: "
            + kind
            + "\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
            + (uri.isEmpty() ? "" : "WARC-Target-URI: " + uri + "\r\n")
            + "Content-Type: "
            + type
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    return join(utf8(head), block, utf8("\r\n\r\n"));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}
