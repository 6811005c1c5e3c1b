package dev.broadsheet.read;

import static dev.broadsheet.read.PagesTest.ONE;
import static dev.broadsheet.read.PagesTest.TEXT;
import static dev.broadsheet.read.PagesTest.TWO;
import static dev.broadsheet.read.PagesTest.page;
import static dev.broadsheet.read.Reading.article;
import static dev.broadsheet.read.Reading.inShort;
import static dev.broadsheet.read.Reading.read;
import static dev.broadsheet.read.Reading.reason;
import static dev.broadsheet.read.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Web pages in crawls. */
class CrawlsTest {

  /** A page of the two paragraphs in Brotli, which Java cannot write. */
  private static final String BROTLI_PAGE =
      "G3QBYByn57Lem2VDadU5lY1SE+72PtCODb7mdB3n9QJXPFRmNyFXP7MjxN2tEBqVpDglS1HzOZ8bsxSm"
          + "mFVxWOL5C6c1gB15x3SnZjscRUDa259gYnz+BgUuhfFHCemRz6T6Ts9kqCexS7kwaGjDwOqTNSZFJzJg"
          + "vQmrZvrix+MoeUK0o5sbJdRLAF7DU2dFYpYs4qF75g/1S5csGNxtUijDHDN2KnCWMvM9d6jTUGweBR7i"
          + "1D400QM=";

  /** 64 MB of blanks in Brotli. */
  private static final String BROTLI_BOMB =
      "z///f/glQOKxQCD3/p/////wSwDEYQGA7v0/////4ZcAiMMiAN37//z//8cvARCHBQC69/8=";

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

  private static byte[] response(String uri, String status, String type, String body) {
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
