package dev.broadsheet.read;

import static dev.broadsheet.read.Reading.article;
import static dev.broadsheet.read.Reading.inShort;
import static dev.broadsheet.read.Reading.read;
import static dev.broadsheet.read.Reading.reason;
import static dev.broadsheet.read.Reading.reject;
import static dev.broadsheet.read.Reading.slowly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** NITF, NewsML-G2 and ninjs, by the rules that IPTC's documents state. */
class AgencyFormatsTest {

  private static final String NITF_NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/";

  private static String nitf(String docdata, String content) {
    return "<nitf><head><title>Slug</title><docdata"
        + (docdata.startsWith("<") || docdata.isEmpty() ? ">" + docdata : docdata)
        + "</docdata></head><body><body.head><hedline><hl1>Head<br/>line</hl1><hl2>Below</hl2>"
        + "</hedline><byline>By A. Writer</byline><dateline><location>ROME</location></dateline>"
        + "</body.head><body.content>"
        + content
        + "</body.content><body.end><tagline>tag</tagline></body.end></body></nitf>";
  }

  private static String g2(String itemMeta, String contentMeta, String content) {
    return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:a:1'><itemMeta>"
        + "<itemClass qcode='ninat:text'/>"
        + itemMeta
        + "</itemMeta><contentMeta>"
        + contentMeta
        + "</contentMeta><contentSet>"
        + content
        + "</contentSet></newsItem>";
  }

  @Test
  void aNitfItemGivesItsHeadlineAndContentButNeitherBylineNorDatelineNorCaptions() {
    RawArticle article =
        article(
            read(
                "a.xml",
                nitf(
                    "<doc-id id-string='x7' regsrc='r'/>",
                    "<p>One <em>two</em>.</p><p>Three\n  four.</p><hl2>Within</hl2><ul><li>Five</li></ul>"
                        + "<media><media-caption><p>Caption</p></media-caption></media>")));
    assertEquals("Head\nline", article.title());
    assertEquals("One two.\n\nThree four.\n\nWithin\n\nFive", article.text());
    assertEquals("x7", article.id());
    assertEquals("file:/in/a.xml", article.sourceUri());
  }

  @Test
  void aNamespaceAndItsPrefixMakeNoDifference() {
    String plain = nitf("<doc-id id-string='x'/>", "<p>a</p>");
    String named = plain.replaceFirst("<nitf>", "<nitf xmlns='" + NITF_NAMESPACE + "'>");
    String prefixed =
        plain
            .replaceAll("<(/?)([a-z])", "<$1n:$2")
            .replaceFirst("<n:nitf>", "<n:nitf xmlns:n='" + NITF_NAMESPACE + "'>");
    assertEquals(read("a.xml", plain), read("a.xml", named));
    assertEquals(read("a.xml", plain), read("a.xml", prefixed));
  }

  @Test
  void nitfDatesKeepTheirZonesAndAreTakenInOrder() {
    String issue = "<date.issue norm='20210414T150220+0200'/>";
    String release = "<date.release norm='20210415T000000Z'/>";
    assertEquals("20210414T150220+0200", published(nitf(release + issue, "<p>a</p>")));
    assertEquals("20210415T000000Z", published(nitf(release, "<p>a</p>")));
    String story =
        nitf("", "<p>a</p>").replace("</location>", "</location><story.date norm='20210416'/>");
    assertEquals("20210416", published(story));
    assertNull(published(nitf("", "<p>a</p>")));
  }

  @Test
  void nitfSubjectsAreIptcCodesWhereTheyHaveANumber() {
    String subjects =
        "<head><tobject><tobject.subject tobject.subject.refnum='11002000'"
            + " tobject.subject.type='Politics' tobject.subject.matter='Diplomacy'/>"
            + "<tobject.subject tobject.subject.refnum='20000639'/>"
            + "<tobject.subject tobject.subject.type='Local'/></tobject>";
    String item =
        nitf(
                "<key-list><keyword key='water'/></key-list><identified-content>"
                    + "<classifier type='desk' value='World'/></identified-content>",
                "<p>a</p>")
            .replace("<head>", subjects);
    assertEquals(
        List.of("subj:11002000", "medtop:20000639", "Local", "water", "World"),
        article(read("a.xml", item)).tags());
  }

  @Test
  void aKilledNitfItemIsARejectWithTheEditorsNote() {
    for (String killed :
        List.of(
            " management-status='canceled'>",
            " management-status='withheld'>",
            " management-status='usable' management-idref-status='canceled'>",
            "<ed-msg msg-type='kill' info='x'/>",
            "<ed-msg info='EDS: KILL wrong man'/>",
            "<ed-msg info='MANDATORY KILL. Wrong man.'/>",
            "<ed-msg info='Story withdrawn' msg-type='Withdrawal'/>")) {
      assertEquals(RejectReason.WITHDRAWN, reason(read("a.xml", nitf(killed, "<p>a</p>"))), killed);
    }
    Rejected rejected = reject(read("a.xml", nitf("<ed-msg info='KILL: wrong man'/>", "<p>a</p>")));
    assertTrue(rejected.detail().contains("KILL: wrong man"), rejected.detail());
  }

  @Test
  void aCorrectionStaysAnArticle() {
    for (String kept :
        List.of(
            "<ed-msg info='CORRECTS name in 2nd graf'/>",
            "<ed-msg info='UPDATES with killing of second hostage, adds quotes'/>",
            "<correction info='name'/>",
            " management-status='usable'>",
            " management-status='embargoed'>")) {
      assertEquals(List.of("a"), inShort(read("a.xml", nitf(kept, "<p>a</p>"))), kept);
    }
  }

  @Test
  void aDoctypeIsNeitherFetchedNorExpanded() {
    String fetched =
        "<!DOCTYPE nitf SYSTEM 'http://192.0.2.1:9/nitf.dtd'>"
            + nitf("", "<p>caf&eacute;&nbsp;x</p>");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertEquals(List.of("caf\u00e9\u00a0x"), inShort(read("a.xml", fetched))));
    for (String entity :
        List.of(
            "<!ENTITY e SYSTEM 'file:///etc/hostname'>",
            "<!ENTITY f 'ffff'><!ENTITY e '&f;&f;&f;'>",
            "<!ENTITY % p SYSTEM 'http://192.0.2.1:9/x'> %p; <!ENTITY e 'x'>")) {
      String item = "<!DOCTYPE nitf [" + entity + "]>" + nitf("", "<p>&e;</p>");
      assertEquals(RejectReason.MALFORMED_RECORD, reason(read("a.xml", item)), entity);
    }
  }

  @Test
  void xmlIsReadInTheEncodingThatItDeclares() {
    String text = "<p>\u201cZ\u00fcrich\u201d</p>";
    for (String name : List.of("UTF-8", "windows-1252", "UTF-16")) {
      String item = "<?xml version='1.0' encoding='" + name + "'?>" + nitf("", text);
      byte[] bytes = item.getBytes(Charset.forName(name));
      assertEquals(List.of("\u201cZ\u00fcrich\u201d"), inShort(read("a.xml", bytes)), name);
    }
    byte[] wrong = nitf("", text).getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(RejectReason.INVALID_ENCODING, reason(read("a.xml", wrong)));
  }

  @Test
  void brokenXmlIsAnRejectThatSaysWhereInAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      Rejected rejected = reject(read("a.xml", nitf("", "<p>a\n</b>")));
      assertEquals(RejectReason.MALFORMED_RECORD, rejected.reason());
      assertTrue(
          rejected.detail().contains("not well-formed at line 2, column 3"), rejected.detail());
      assertTrue(rejected.raw().startsWith("<nitf>"));
    } finally {
      Locale.setDefault(before);
    }
    String whole = nitf("", "<p>a</p>");
    for (int cut = 1; cut < whole.length(); cut++) {
      assertEquals(
          RejectReason.MALFORMED_RECORD, reason(read("a.xml", whole.substring(0, cut))), "" + cut);
    }
    assertEquals(RejectReason.MALFORMED_RECORD, reason(read("a.xml", whole + "<b/>")));
  }

  @Test
  void anotherRootElementIsNoNewsItem() {
    assertTrue(reject(read("a.xml", "<rss/>")).detail().contains("<rss>"));
    assertEquals(RejectReason.NOT_TEXT, reason(read("a.xml", "<rss/>")));
    assertEquals(RejectReason.NOT_TEXT, reason(read("a.nitf", g2("", "", ""))));
    assertEquals(RejectReason.NOT_TEXT, reason(read("a.newsml", nitf("", "<p>a</p>"))));
  }

  @Test
  void deepOrLongXmlIsRejected() {
    String deep = nitf("", "<p>".repeat(100_000) + "</p>".repeat(100_000));
    assertEquals(RejectReason.MALFORMED_RECORD, reason(read("a.xml", deep)));
    String longer = nitf("", "<p>" + "word ".repeat(10_000) + "</p>");
    assertEquals(
        RejectReason.TOO_LONG,
        reason(read("a.xml", Reading.utf8(longer), Reading.SMALL, FieldMap.STANDARD)));
  }

  @Test
  void aNewsItemHoldsXhtmlOrNitfOrText() {
    String html =
        "<inlineXML><html><head><title>t</title></head><body><h1>h</h1><p>a</p>"
            + "<figure><figcaption>c</figcaption></figure><p>b</p></body></html></inlineXML>";
    assertEquals(List.of("h\n\na\n\nb"), inShort(read("a.xml", g2("", "", html))));
    String inner = "<inlineXML>" + nitf("", "<p>a</p>") + "</inlineXML>";
    assertEquals(List.of("a"), inShort(read("a.xml", g2("", "", inner))));
    assertEquals("Head\nline", article(read("a.xml", g2("", "", inner))).title());
    String text = "<inlineData contenttype='text/plain'>a\n\nb &lt; c</inlineData>";
    assertEquals(List.of("a\n\nb < c"), inShort(read("a.xml", g2("", "", text))));
    String escaped = "<inlineData contenttype='text/html'>&lt;p>a&lt;/p>&lt;p>b</inlineData>";
    assertEquals(List.of("a\n\nb"), inShort(read("a.xml", g2("", "", escaped))));
  }

  @Test
  void ofANewsItemInSeveralLanguagesTheEnglishTextIsTaken() {
    String both =
        "<inlineXML xml:lang='fr'><html><body><p>un</p></body></html></inlineXML>"
            + "<inlineXML xml:lang='en-GB'><html><body><p>one</p></body></html></inlineXML>";
    assertEquals(List.of("one"), inShort(read("a.xml", g2("", "", both))));
  }

  @Test
  void aNewsItemGivesDatesWithZonesAndConceptsAsTags() {
    RawArticle article =
        article(
            read(
                "a.xml",
                g2(
                    "<versionCreated>2024-01-02T03:04:05+02:00</versionCreated>"
                        + "<firstCreated>2024-01-01T03:04:05-05:00</firstCreated><title>slug</title>",
                    "<headline>Head</headline><subject qcode='medtop:20000639'><name>diplomacy</name>"
                        + "</subject><subject uri='http://cv.iptc.org/newscodes/mediatopic/11000000'/>"
                        + "<subject qcode='subj:11002000'/><subject type='cpnat:person' qcode='p:1'>"
                        + "<name>Ada Lund</name></subject><subject literal='water'/>"
                        + "<keyword>river</keyword><urgency>1</urgency>",
                    "<inlineData>a</inlineData>")));
    assertEquals("2024-01-01T03:04:05-05:00", article.published());
    assertEquals("Head", article.title());
    assertEquals("urn:a:1", article.id());
    assertEquals(
        List.of(
            "medtop:20000639", "medtop:11000000", "subj:11002000", "Ada Lund", "water", "river"),
        article.tags());
  }

  @Test
  void aWithdrawnNewsItemIsARejectAndAUsableOneIsNot() {
    String content = "<inlineData>a</inlineData>";
    for (String status : List.of("stat:canceled", "stat:withheld", "pubstat:withheld")) {
      String item = g2("<pubStatus qcode='" + status + "'/><edNote>why</edNote>", "", content);
      assertEquals(RejectReason.WITHDRAWN, reason(read("a.xml", item)), status);
      assertTrue(reject(read("a.xml", item)).detail().contains("why"));
    }
    String uri = "http://cv.iptc.org/newscodes/pubstatusg2/canceled";
    String byUri = g2("<pubStatus uri='" + uri + "'/>", "", content);
    assertEquals(RejectReason.WITHDRAWN, reason(read("a.xml", byUri)));
    String usable =
        g2("<pubStatus qcode='stat:usable'/><signal qcode='sig:correction'/>", "", content);
    assertEquals(List.of("a"), inShort(read("a.xml", usable)));
  }

  @Test
  void eachItemOfAMessageIsARecordAndWhatHasNoTextSaysWhatItIs() {
    String item = g2("", "", "<inlineData>a</inlineData>");
    String picture =
        g2("", "", "<remoteContent href='http://192.0.2.1/a.jpg'/>")
            .replace("ninat:text", "ninat:picture");
    String message =
        "<newsMessage><header><sent>x</sent></header><itemSet>"
            + item
            + "<packageItem><groupSet/></packageItem>"
            + picture
            + item
            + "</itemSet></newsMessage>";
    List<Incoming> records = read("a.xml", message);
    assertEquals(List.of("a", "EMPTY_TEXT", "EMPTY_TEXT", "a"), inShort(records));
    assertEquals("file:/in/a.xml#record=4", ((RawArticle) records.get(3)).sourceUri());
    assertTrue(((Rejected) records.get(1)).detail().contains("packageItem"));
    assertTrue(((Rejected) records.get(2)).detail().contains("ninat:picture"));
  }

  @Test
  void itemsBeforeABreakInAMessageStand() {
    String item = g2("", "", "<inlineData>a</inlineData>");
    String broken = "<newsMessage><itemSet>" + item + item + "<newsItem><itemMeta></newsItem>";
    assertEquals(List.of("a", "a", "MALFORMED_RECORD"), inShort(read("a.xml", broken)));
    String cut = "<newsMessage><itemSet>" + item;
    assertEquals(List.of("a", "MALFORMED_RECORD"), inShort(read("a.xml", cut)));
  }

  @Test
  void ninjsOfAllThreeVersionsIsRecognised() {
    String one =
        "{\"uri\":\"http://x/1\",\"versioncreated\":\"2021-01-01T00:00:00+01:00\",\"headline\":\"h\","
            + "\"subject\":[{\"code\":\"20000639\",\"scheme\":\"medtop\"},{\"name\":\"n\"}],"
            + "\"body_text\":\"a b\",\"body_xhtml\":\"<p>a</p><p>b</p>\",\"urgency\":2}";
    String two =
        "{\"uri\":\"http://x/1\",\"versioncreated\":\"2021-01-01T00:00:00+01:00\",\"headlines\":"
            + "[{\"role\":\"print\",\"value\":\"p\"},{\"role\":\"main\",\"value\":\"h\"}],\"subjects\":"
            + "[{\"uri\":\"http://cv.iptc.org/newscodes/mediatopic/20000639\"},{\"literal\":\"n\"}],"
            + "\"bodies\":[{\"contenttype\":\"text/plain\",\"value\":\"a b\"},"
            + "{\"contenttype\":\"application/xhtml+xml\",\"value\":\"<p>a</p><p>b</p>\"}]}";
    String three =
        two.replace("versioncreated", "versionCreated").replace("contenttype", "contentType");
    for (String item : List.of(one, two, three)) {
      RawArticle article = article(read("a.json", item));
      assertEquals("a\n\nb", article.text());
      assertEquals("h", article.title());
      assertEquals("http://x/1", article.id());
      assertEquals("http://x/1", article.url());
      assertEquals("2021-01-01T00:00:00+01:00", article.published());
      assertEquals(List.of("medtop:20000639", "n"), article.tags());
      assertEquals(inShort(read("a.json", item)), inShort(read("a.jsonl", item)));
    }
  }

  @Test
  void aWithdrawnNinjsItemIsARejectAndItsNeighboursAreUntouched() {
    String good = "{\"uri\":\"u\",\"body_text\":\"a\"}";
    String killed =
        "{\"uri\":\"u\",\"pubStatus\":\"canceled\",\"edNote\":\"why\",\"bodies\":[{\"value\":\"b\"}]}";
    List<Incoming> records = read("a.json", "[" + good + "," + killed + "," + good + "]");
    assertEquals(List.of("a", "WITHDRAWN", "a"), inShort(records));
    assertTrue(((Rejected) records.get(1)).detail().contains("why"));
  }

  @Test
  void otherJsonIsNotTakenForNinjs() {
    assertEquals(
        List.of("a"), inShort(read("a.json", "{\"text\":\"a\",\"body_html\":\"<p>b</p>\"}")));
    String item = "{\"uri\":\"u\",\"body_text\":\"a\",\"versioncreated\":\"x\",\"own\":\"b\"}";
    assertEquals(
        List.of("b"),
        inShort(read("a.json", Reading.utf8(item), Limits.DEFAULT, FieldMap.parse("text=own"))));
    assertEquals(List.of("EMPTY_TEXT"), inShort(read("a.ninjs", "{\"text\":\"a\"}")));
  }

  /** Found by fuzzing: the one fault was named or the other, by how far the decoder had read. */
  @Test
  void ofTwoFaultsTheSameIsNamedHoweverTheBytesArrive() {
    byte[] xml =
        Reading.utf8(nitf("<doc-id id-string='x'/>", "<p>" + "a ".repeat(5000) + "0123456789</p>"));
    int at = new String(xml, StandardCharsets.US_ASCII).indexOf("0123456789");
    xml[at] = 0;
    xml[at + 5] = (byte) 0xA1;
    assertEquals(read("a.xml", xml), slowly("a.xml", xml));
  }

  @Test
  void ninjsOfTheWrongShapeIsARejectAndNeverAFailure() {
    for (String odd :
        List.of(
            "{\"uri\":1,\"bodies\":{}}",
            "{\"bodies\":[1,null,[],{\"value\":2}],\"headlines\":\"x\"}",
            "{\"body_text\":null,\"subject\":[[],7]}",
            "{\"body_text\":[\"a\"]}")) {
      assertEquals(List.of("EMPTY_TEXT"), inShort(read("a.json", odd)), odd);
    }
  }

  private static String published(String nitf) {
    return article(read("a.xml", nitf)).published();
  }
}
