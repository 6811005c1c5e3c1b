package dev.broadsheet.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Article.DateNote;
import dev.broadsheet.article.RawArticle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextRepairTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String STORY =
      """
      HARBOUR BOARD VOTES TO DEEPEN ORMSUND'S CHANNEL

      ORMSUND, Norland, April 14 (AP) - The harbour board met on
      Monday and voted to deepen the northern channel by two metres
      so that larger ships from the Ormsund yards and other govern-
      ment contractors can pass. Its chairman said the well-
      known plan had waited too long.
      The work will begin in March and cost some forty million, of
      which the Norland government will pay the most.
      """;

  private final Cleaner cleaner = new Cleaner();

  @Test
  void linesOfAFixedWidthArePutTogether() {
    Article article = clean(null, STORY);
    assertEquals("Harbour board votes to deepen Ormsund's channel", article.title());
    assertEquals(
        """
        ORMSUND, Norland, April 14 (AP) - The harbour board met on Monday and voted to deepen the \
        northern channel by two metres so that larger ships from the Ormsund yards and other \
        government contractors can pass. Its chairman said the well-known plan had waited too long.

        The work will begin in March and cost some forty million, of which the Norland government \
        will pay the most.""",
        article.text());
  }

  @Test
  void linesWithRoomToSpareStay() {
    String list =
        "Meals of the day at the harbour canteen in town\nSoup of peas\nHerring in cream and onions"
            + " from the bay\nFried plaice\nCake";
    assertEquals(list.replace("\n", "\n\n"), clean("Canteen", list).text());
  }

  @Test
  void aListOfHeadlinesOfOneLengthStays() {
    String list =
        "Harbour board votes to deepen channel at last tonight\nNorland signs pact on herring with"
            + " its rival Sudland\nOrmsund shipyard wins order for four big ferries\nFerry strike"
            + " enters third week as talks stall again";
    assertEquals(list.replace("\n", "\n\n"), clean("News", list).text());
  }

  @Test
  void aHyphenGoesIfTheWholeIsAWordAndStaysIfBothHalvesAre() {
    assertEquals("government", joined("", "govern-", "ment"));
    assertEquals("well-known", joined("", "well-", "known"));
    assertEquals("Anglo-American", joined("", "Anglo-", "American"));
    assertEquals("pre- and post-war", joined("", "pre-", "and post-war"));
    assertEquals("the end - so", joined("", "the end -", "so"));
    assertEquals("GOVERNMENT", joined("", "GOVERN-", "MENT"));
    assertEquals("10-year-old", joined("", "10-", "year-old"));
    assertEquals("10- and 12-year-old", joined("", "10-", "and 12-year-old"));
    assertEquals("U.S.-led", joined("", "U.S.-", "led"));
  }

  @Test
  void theSameTextDecidesOnAHyphenFirst() {
    assertEquals("wellknown", joined("a wellknown man", "well-", "known"));
    assertEquals("zorb-ing", joined("the zorb-ing craze", "zorb-", "ing"));
    assertEquals("zorbing", joined("", "zorb-", "ing"));
  }

  @Test
  void headlinesInCapitalsAreReadable() {
    assertEquals(
        "Foreign Minister doesn't fly to London for Nato talks",
        Capitals.lowered(
            "FOREIGN MINISTER DOESN'T FLY TO LONDON FOR NATO TALKS",
            "He was in Nato's hall of Nato."));
    assertEquals(
        "EU and U.S. sign a pact with Zrkland",
        Capitals.lowered("EU AND U.S. SIGN A PACT WITH ZRKLAND", "The pact with Zrkland."));
    assertEquals(
        "Caf\u00e9s open in Brumm\u00f8",
        Capitals.lowered("CAF\u00c9S OPEN IN BRUMM\u00d8", "They open in Brumm\u00f8."));
    assertEquals("AT&T's rival in M&A row", Capitals.lowered("AT&T'S RIVAL IN M&A ROW", ""));
    assertEquals("NATO UN", Capitals.lowered("NATO UN", ""));
    assertEquals("Already FINE as it is", Capitals.lowered("Already FINE as it is", ""));
  }

  @Test
  void utf8ReadAsWindows1252IsUndone() {
    assertEquals(
        "It\u2019s a caf\u00e9 \u2013 \u201cna\u00efve\u201d, \u00a35",
        Mojibake.undone(
            "It\u00e2\u20ac\u2122s a caf\u00c3\u00a9 \u00e2\u20ac\u201c \u00e2\u20ac\u0153na\u00c3\u00afve\u00e2\u20ac\u009d, \u00c2\u00a35"));
    assertEquals(
        "\u041c\u043e\u0441\u043a\u0432\u0430",
        Mojibake.undone(
            misread("\u041c\u043e\u0441\u043a\u0432\u0430", StandardCharsets.ISO_8859_1)));
    assertEquals(
        "\ud83d\ude00!", Mojibake.undone(misread("\ud83d\ude00!", StandardCharsets.ISO_8859_1)));
    assertEquals(
        "It\u2019s",
        Repair.repair("It\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2s"),
        "twice misread");
  }

  @Test
  void utf8MisreadTwiceOrThreeTimesIsUndone() {
    String text =
        "It\u2019s \u201cna\u00efve\u201d \u2014 \u0141\u00f3d\u017a\u2026 \ud83d\ude00 \u041c\u043e\u0441\u043a\u0432\u0430";
    String misread = text;
    for (int times = 1; times <= 3; times++) {
      misread = misread(misread, StandardCharsets.ISO_8859_1);
      assertEquals(text, clean("Title", misread).text(), times + " times");
    }
  }

  @Test
  void accentsThatAreMeantStay() {
    for (String meant :
        List.of(
            "S\u00e3o Paulo, \u00c9ire, na\u00efve, \u00c5\u00c4\u00d6",
            "\u00abCAF\u00c9\u00bb \u00abMA\u00c7\u00c3\u00bb \u00abAMANH\u00c3\u00bb \u00abS\u00c3O\u00bb",
            "\u00e2 la carte, \u20ac5, 5\u00b0, \u00a9 Ren\u00e9\u2019s")) {
      assertEquals(meant, Mojibake.undone(meant));
    }
  }

  @Test
  void anyTextMisreadOnceIsRestored() {
    Random random = new Random(5);
    String letters =
        "\u00e9\u00e8\u00e4\u00f6\u00fc\u00df\u00f1\u00e7\u0161\u0107\u017e\u2019\u201c\u2026\u2013\u20ac\u2122\ud83d\ude00";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(30); k > 0; k--) {
        int at =
            letters.offsetByCodePoints(
                0, random.nextInt(letters.codePointCount(0, letters.length())));
        text.append("ab ".charAt(random.nextInt(3))).appendCodePoint(letters.codePointAt(at));
      }
      assertEquals(
          text.toString(), Mojibake.undone(misread(text.toString(), StandardCharsets.ISO_8859_1)));
    }
  }

  @Test
  void datelinesAreRecognised() {
    assertEquals("The", afterDateline("BRUSSELS, April 14 (AP) - The"));
    assertEquals("The", afterDateline("NEW YORK (AP) \u2014 The"));
    assertEquals("The", afterDateline("NEW YORK \u2014 The"));
    assertEquals(
        "\u201cNo", afterDateline("PARIS/BERLIN, Sept. 3, 2009 (Reuters) \u2013 \u201cNo"));
    assertEquals("A photo", afterDateline("Halden, Norland (CNN)A photo"));
    assertEquals("The", afterDateline("ST. HALDEN (NPA) \u2014 The"));
    assertEquals("The", afterDateline("HALDEN, Nov. 5, 2009 /NorlandWire/ -- The"));
    assertEquals("The", afterDateline("HALDEN, 5 November (Reuters) - The"));
    assertEquals("NASA (the agency) - The", afterDateline("NASA (the agency) - The"));
    assertEquals("HALDEN (NPA) The", afterDateline("HALDEN (NPA) The"));
    assertEquals("The", afterDateline("(CNN) -- The"));
    assertEquals("NATO \u2014 the pact", afterDateline("NATO \u2014 the pact"));
    assertEquals("Jane (AP) met him", afterDateline("Jane (AP) met him"));
    assertEquals("The mayor \u2014 Ann", afterDateline("The mayor \u2014 Ann"));
  }

  @Test
  void aWholeDateOfTheDatelineStandsInForAMissingOne() {
    Article dated = clean(null, "OSLO, April 14, 2021 (AP) - The harbour board met.");
    assertEquals(Instant.parse("2021-04-14T00:00:00Z"), dated.published());
    Article noYear = clean(null, "OSLO, April 14 (AP) - The harbour board met.");
    assertNull(noYear.published());
    assertEquals(DateNote.MISSING, noYear.dateNote());
  }

  private static String afterDateline(String line) {
    return line.substring(Dateline.end(line, 0, line.length()));
  }

  private static String joined(String elsewhere, String last, String next) {
    StringBuilder lines = new StringBuilder(last);
    new Hyphens(elsewhere).join(lines, next);
    return lines.toString();
  }

  private static String misread(String text, Charset charset) {
    return new String(text.getBytes(StandardCharsets.UTF_8), charset);
  }

  private Article clean(String title, String text) {
    return cleaner.clean(new RawArticle("u", null, null, title, text, null, List.of()), NOW);
  }
}
