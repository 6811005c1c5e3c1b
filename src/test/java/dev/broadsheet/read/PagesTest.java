package dev.broadsheet.read;

import static dev.broadsheet.read.Reading.article;
import static dev.broadsheet.read.Reading.read;
import static dev.broadsheet.read.Reading.reason;
import static dev.broadsheet.read.Reading.reject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Web pages. */
class PagesTest {

  static final String ONE =
      "The council of Velnar voted on Monday to rebuild the old pier, which a storm had broken in two,"
          + " with money from the harbour’s own reserve.";
  static final String TWO =
      "Work is to begin in the autumn, when the last ferry of the season has left, and will take a year"
          + " and a half, the mayor said.";

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

  static final String TEXT = "Pier\n\n" + ONE + "\n\n" + TWO;

  static String page(String head, String body) {
    return "<!DOCTYPE html><html><head>"
        + head
        + "</head><body><nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Sport</a></li></ul>"
        + "</nav><article><h1>Pier</h1>"
        + body
        + "</article><footer><p>All rights reserved.</p></footer></body></html>";
  }

  static String page(String head) {
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

  /** Found by fuzzing: with a stale list of children a page gave one text or another. */
  @Test
  void theParserKnowsTheChildrenOfAnElementAfterOneIsReplaced() {
    Element element = Jsoup.parseBodyFragment("<div>text</div>").selectFirst("div");
    assertEquals(0, element.childrenSize());
    element.childNode(0).replaceWith(new Element("p"));
    assertEquals(1, element.childrenSize());
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
}
