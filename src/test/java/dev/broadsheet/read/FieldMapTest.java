package dev.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldMapTest {

  @Test
  void commonNamesAreKnownInAnySpelling() {
    RawArticle article =
        article(
            Map.of(
                "Article-Body",
                "t",
                "HEADLINE",
                "h",
                "_id",
                7,
                "web url",
                "u",
                "datePublished",
                1618412540123L,
                "Keywords",
                "a; b,c"));
    assertEquals(
        new RawArticle("u#1", "7", "u", "h", "t", "1618412540123", List.of("a", " b", "c")),
        article);
  }

  @Test
  void theFirstNameWithAValueWins() {
    assertEquals("t", article(Map.of("text", "t", "body", "b", "content", 5)).text());
    assertEquals("b", article(Map.of("text", " ", "body", "b")).text());
  }

  @Test
  void aMappedFieldIsTakenFromItsKeyOnly() {
    FieldMap map = FieldMap.parse("text=Lead Text, title=body");
    RawArticle article =
        (RawArticle)
            map.article(Map.of("leadText", "t", "text", "x", "body", "h", "headline", "y"), "u");
    assertEquals("t", article.text());
    assertEquals("h", article.title());
    assertNull(((RawArticle) map.article(Map.of("leadtext", "t", "headline", "y"), "u")).title());
  }

  @Test
  void aWrongMapSaysWhatWasExpected() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> FieldMap.parse("body"))
            .getMessage()
            .contains("field=key"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> FieldMap.parse("txt=body"))
            .getMessage()
            .contains("published"));
    assertThrows(IllegalArgumentException.class, () -> FieldMap.parse("text="));
    assertThrows(IllegalArgumentException.class, () -> FieldMap.parse(""));
    assertThrows(IllegalArgumentException.class, () -> FieldMap.parse("text=a,title=a"));
  }

  @Test
  void listsOfTextAreParagraphs() {
    assertEquals("a\n\nb", article(Map.of("text", List.of("a", "b"))).text());
    assertEquals(
        List.of("a,b", "7"), article(Map.of("text", "t", "tags", List.of("a,b", 7))).tags());
  }

  @Test
  void aWrongTypeNamesItsKey() {
    for (Object wrong : new Object[] {5, true, Map.of("a", "b"), List.of(1), List.of(Map.of())}) {
      Rejected rejected = (Rejected) FieldMap.STANDARD.article(Map.of("body", wrong), "u");
      assertEquals(RejectReason.WRONG_TYPE, rejected.reason());
      assertTrue(rejected.detail().contains("\"body\""), rejected.detail());
    }
    assertEquals(
        RejectReason.WRONG_TYPE, ((Rejected) read(Map.of("text", "t", "title", 5))).reason());
    assertEquals(
        RejectReason.WRONG_TYPE, ((Rejected) read(Map.of("text", "t", "date", true))).reason());
  }

  @Test
  void aMissingTextNamesTheKeysThatAreThere() {
    Rejected rejected = (Rejected) read(Map.of("lead", "x", "headline", "y"));
    assertEquals(RejectReason.EMPTY_TEXT, rejected.reason());
    assertTrue(
        rejected.detail().contains("lead") && rejected.detail().contains("headline"),
        rejected.detail());
    assertTrue(rejected.detail().contains("--map text="), rejected.detail());
  }

  @Test
  void datesAndNumbersAreTheirDigits() {
    assertEquals("1618412540.25", article(Map.of("text", "t", "date", 1618412540.25)).published());
    assertEquals(
        "1618412540.25",
        article(Map.of("text", "t", "date", new BigDecimal("1.61841254025E9"))).published());
    assertEquals(
        "2021-04-14T15:02:20Z",
        article(Map.of("text", "t", "date", Instant.parse("2021-04-14T15:02:20Z"))).published());
  }

  @Test
  void readersAndMapsTravelToOtherMachines() throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(new ArticleReader(FieldMap.parse("text=a"), Limits.DEFAULT));
    }
  }

  private static Incoming read(Map<String, ?> record) {
    return FieldMap.STANDARD.article(record, "u#1");
  }

  private static RawArticle article(Map<String, ?> record) {
    return (RawArticle) read(record);
  }
}
