package dev.broadsheet.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.RawArticle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanerTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BODY =
      "The harbour board met on Monday and voted to deepen the northern channel by two metres.";

  private final Cleaner cleaner = new Cleaner();

  @Test
  void aRepeatedHeadlineBecomesOneTitle() {
    Article article = clean("Harbour to be deepened\n\nHarbour to be deepened\n\n" + BODY);
    assertEquals("Harbour to be deepened", article.title());
    assertEquals(BODY, article.text());
  }

  @Test
  void aShortLineWithoutFullStopIsTheTitle() {
    Article article = clean("Northern channel to be deepened\n\n" + BODY);
    assertEquals("Northern channel to be deepened", article.title());
    assertEquals(BODY, article.text());
  }

  @Test
  void aFirstSentenceIsNoTitle() {
    Article article = clean("The board met.\n\n" + BODY);
    assertEquals("", article.title());
    assertEquals("The board met.\n\n" + BODY, article.text());
  }

  @Test
  void aGivenTitleLeavesTheText() {
    Article article = clean("Harbour deepened", "HARBOUR  DEEPENED!\n" + BODY, List.of());
    assertEquals("Harbour deepened", article.title());
    assertEquals(BODY, article.text());
  }

  @Test
  void aTextThatIsOnlyTheTitleStays() {
    Article article = clean("Harbour deepened", "Harbour deepened", List.of());
    assertEquals("Harbour deepened", article.text());
  }

  @Test
  void aTitleIsOneLine() {
    assertEquals("Harbour deepened", clean("Harbour\ndeepened", BODY, List.of()).title());
    assertEquals("Harbour", clean("Harbour\n\nHarbour", BODY, List.of()).title());
  }

  @Test
  void aSentenceBrokenOverParagraphsIsRejoined() {
    Article article =
        clean(
            BODY
                + "\n\nThe plan to deepen it had been put forward late last year by the harbour master Maria\n\nOrsk and her staff.");
    assertEquals(
        BODY
            + "\n\nThe plan to deepen it had been put forward late last year by the harbour master Maria Orsk and her staff.",
        article.text());
  }

  @Test
  void aLineThatGoesOnInLowerCaseIsRejoined() {
    assertEquals(
        BODY + "\n\nIt will cost a lot of money.",
        clean(BODY + "\nIt will\ncost a lot\nof money.").text());
  }

  @Test
  void headingsAndListItemsStay() {
    String text =
        BODY + "\n\nWhat comes next\n\n" + BODY + "\n\n- dredging\n\n- blasting\n\nwater\n\nsand";
    assertEquals(text, clean("Harbour", text, List.of()).text());
  }

  @Test
  void aTrailingKeywordLineBecomesTags() {
    Article article =
        clean(null, BODY + "\n\nHarbours, North Sea,", List.of("harbours", "Economy"));
    assertEquals(List.of("harbours", "Economy", "North Sea"), article.tags());
    assertEquals(BODY, article.text());
  }

  @Test
  void aLabelledKeywordLineBecomesTags() {
    assertEquals(
        List.of("Ports", "Arts and Culture", "U.N."),
        clean(BODY + "\nTags: Ports; Arts and Culture; U.N.").tags());
  }

  @Test
  void threeShortItemsAreAKeywordLineAndTwoAreNot() {
    assertEquals(
        List.of("Ports", "Trade", "North Sea"), clean(BODY + "\n\nPorts, Trade, North Sea").tags());
    assertEquals(List.of(), clean(BODY + "\n\nClashes at the port, police").tags());
  }

  @Test
  void aSentenceWithCommasIsNoKeywordLine() {
    String text = BODY + "\n\nHe said so, she was told,";
    assertEquals(text, clean(text).text());
    assertEquals(List.of(), clean(BODY + "\n\nYes, it was.").tags());
  }

  @Test
  void entitiesAreDecodedHoweverOftenTheyWereEscaped() {
    assertEquals(
        "Salt & pepper \u2013 \u201cfine\u201d",
        repair("Salt &amp;amp;amp; pepper &#8211; &ldquo;fine&rdquo;"));
    assertEquals("AT&T &nosuch; &", repair("AT&T &nosuch; &"));
  }

  @Test
  void tagsGoAndComparisonsStay() {
    assertEquals("a < b and c > d", repair("a < b and c > d"));
    assertEquals("a <b and c> d", repair("a <b and c> d"));
    assertEquals(
        "One\n\nTwo three\nfour", repair("<p class=\"x\">One</p><p>Two <b>three</b><br/>four</p>"));
    assertEquals(
        "AB",
        repair("A<script type='x'>if (a < b) { alert(1) }</script>B<!-- no --><style>p{}</style>"));
    assertEquals("A b", repair("<script>A <style>p{}</STYLE>b"));
    assertEquals("bold", repair("&lt;b&gt;bold&lt;/b&gt;"));
    assertEquals("<unknown> x", repair("<unknown> x"));
  }

  @Test
  void spacesAndInvisibleCharactersAreNormal() {
    assertEquals("a b c", repair(" a\u00a0 \u2003b\tc\u00a0"));
    assertEquals("soft hyphen", repair("so\u00adft\u200b hy\ufeffphen\u0000\u2060"));
    assertEquals("\u00e9", repair("e\u0301"));
    assertEquals("a\nb\n\nc", repair("a\r\nb\u2028\u2028\n\n c"));
    assertEquals("\ufffdx\ufffd", repair("\ud800x\udc00"));
  }

  @Test
  void joinersStayWhereTheyMatter() {
    String family = "\ud83d\udc69\u200d\ud83d\udc67";
    assertEquals(family, repair(family));
    assertEquals("\u0645\u06cc\u200c\u062e", repair("\u0645\u06cc\u200c\u062e"));
    assertEquals("ab", repair("a\u200db\u200c"));
  }

  @Test
  void theIdIsTheRecordsElseTheUrlElseTheHash() {
    assertEquals("7", cleaner.clean(raw("7", "http://a/b", BODY), NOW).id());
    assertEquals("http://a/b", cleaner.clean(raw(" ", "http://a/b", BODY), NOW).id());
    Article article = cleaner.clean(raw(null, null, BODY), NOW);
    assertEquals("sha256:" + article.contentSha256().substring(0, 32), article.id());
    assertNull(article.url());
  }

  @Test
  void equalContentHasEqualHashes() {
    String hash = clean("ab", "c", List.of()).contentSha256();
    assertEquals(hash, clean("ab", " c ", List.of()).contentSha256());
    assertNotEquals(hash, clean("a", "bc", List.of()).contentSha256());
    assertNotEquals(hash, clean("ab", "c", List.of("d")).contentSha256());
    assertTrue(hash.matches("[0-9a-f]{64}"));
  }

  @Test
  void nothingGivesAnEmptyText() {
    Article article = cleaner.clean(raw(null, null, null), NOW);
    assertEquals("", article.text());
    assertEquals("", article.title());
    assertFalse(article.id().isEmpty());
  }

  private Article clean(String text) {
    return clean(null, text, List.of());
  }

  private Article clean(String title, String text, List<String> tags) {
    return cleaner.clean(new RawArticle("file:/a", null, null, title, text, null, tags), NOW);
  }

  private static RawArticle raw(String id, String url, String text) {
    return new RawArticle("file:/a", id, url, null, text, null, List.of());
  }

  private static String repair(String text) {
    return Repair.repair(text);
  }
}
