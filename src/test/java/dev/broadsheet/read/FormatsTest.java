package dev.broadsheet.read;

import static dev.broadsheet.read.Reading.article;
import static dev.broadsheet.read.Reading.inShort;
import static dev.broadsheet.read.Reading.read;
import static dev.broadsheet.read.Reading.reason;
import static dev.broadsheet.read.Reading.reject;
import static dev.broadsheet.read.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void aNameTellsTheFormat() {
    assertEquals(Optional.of(Format.TEXT), Format.of("A.TXT"));
    assertEquals(Optional.of(Format.JSONL), Format.of("a.ndjson.gz"));
    assertEquals(Optional.of(Format.JSON), Format.of("a.b.json"));
    assertEquals(Optional.of(Format.TSV), Format.of("a.tsv"));
    assertEquals(Optional.of(Format.PARQUET), Format.of("part-0.zstd.parquet"));
    assertEquals(Optional.empty(), Format.of("a.docx"));
    assertEquals(Optional.empty(), Format.of("json"));
    assertEquals(Format.CSV, Format.named("csv"));
    assertThrows(IllegalArgumentException.class, () -> Format.named("docx"));
  }

  @Test
  void aNameThatTellsNothingIsOneReject() {
    assertEquals(RejectReason.NOT_TEXT, reason(read("a.docx", "x")));
    assertTrue(reject(read("a.docx", "x")).detail().contains(".jsonl"));
  }

  @Test
  void aTextFileIsAnArticle() {
    RawArticle article = article(read("news/a.txt", "\ufeffHead\n\nBody"));
    assertEquals("Head\n\nBody", article.text());
    assertEquals("news/a.txt", article.id());
    assertEquals("file:/in/news/a.txt", article.sourceUri());
  }

  @Test
  void utf16IsReadByItsMark() {
    byte[] text = "\ufeffZw\u00f6lf \ud83d\ude00".getBytes(StandardCharsets.UTF_16LE);
    assertEquals("Zw\u00f6lf \ud83d\ude00", article(read("a.txt", text)).text());
    String json = "\ufeff[" + "{\"text\": \"a\ud83d\ude00\"},\n".repeat(5000) + "{\"text\":\"b\"}]";
    List<Incoming> records = read("a.json", json.getBytes(StandardCharsets.UTF_16BE));
    assertEquals(5001, records.size());
    assertEquals("a\ud83d\ude00", ((RawArticle) records.get(4999)).text());
  }

  @Test
  void faultsOfTextFilesHaveTheirReasons() {
    assertEquals(RejectReason.EMPTY_TEXT, reason(read("a.txt", "")));
    assertEquals(RejectReason.NOT_TEXT, reason(read("a.txt", "abc\0def")));
    assertEquals(RejectReason.NOT_TEXT, reason(read("a.txt", Reading.gzip(utf8("x")))));
    assertEquals(RejectReason.NOT_TEXT, reason(read("a.txt", "PK\u0003\u0004zip")));
    Rejected invalid = reject(read("a.txt", new byte[] {'a', 'b', (byte) 0xFF}));
    assertEquals(RejectReason.INVALID_ENCODING, invalid.reason());
    assertTrue(invalid.detail().contains("Byte 2 "), invalid.detail());
    assertEquals(
        RejectReason.TOO_LONG,
        reason(read("a.txt", utf8("x".repeat(201)), Reading.SMALL, FieldMap.STANDARD)));
    assertEquals(
        "x".repeat(200),
        article(read("a.txt", utf8("x".repeat(200)), Reading.SMALL, FieldMap.STANDARD)).text());
  }

  @Test
  void anEmptyFileOfAnyFormatIsOneReject() {
    for (String name : List.of("a.txt", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.json.gz")) {
      assertEquals(List.of("EMPTY_TEXT"), inShort(read(name, "")), name);
    }
    assertEquals(List.of("EMPTY_TEXT"), inShort(read("a.json", " \n ")));
    assertEquals(List.of("EMPTY_TEXT"), inShort(read("a.csv", "\n\n")));
    assertEquals(List.of(), read("a.json", "[]"));
    assertEquals(List.of(), read("a.csv", "id,text\n"));
  }

  @Test
  void jsonIsAnArrayOrAnObjectOrObjectsInLines() {
    String one = "{\"text\": \"a \\\"}{[\", \"x\": [{}, \"]\"]}";
    String two = "{\n \"text\":\n \"b\"}";
    List<String> texts = List.of("a \"}{[", "b");
    assertEquals(texts, inShort(read("a.json", "[" + one + ",\n" + two + "]\n")));
    assertEquals(texts, inShort(read("a.json", "\ufeff\n [ " + one + " , " + two + " ] ")));
    assertEquals(texts, inShort(read("a.json", one + "\n" + two + "\n")));
    assertEquals(texts.subList(1, 2), inShort(read("a.json", two)));
    assertEquals(
        "file:/in/a.json#record=2",
        ((RawArticle) read("a.json", "[" + one + "," + two + "]").get(1)).sourceUri());
  }

  @Test
  void aBrokenObjectOfAnArrayIsOneReject() {
    String ok = "{\"text\":\"a\"}";
    assertEquals(
        List.of("a", "MALFORMED_RECORD", "a"),
        inShort(read("a.json", "[" + ok + ",{\"text\" 1}," + ok + "]")));
    assertEquals(
        List.of("a", "WRONG_TYPE", "WRONG_TYPE", "a"),
        inShort(read("a.json", "[" + ok + ", 1, [2]," + ok + "]")));
    assertEquals(
        List.of("a", "MALFORMED_RECORD"), inShort(read("a.json", "[" + ok + ",{\"text\":\"a")));
    assertEquals(List.of("a", "MALFORMED_RECORD"), inShort(read("a.json", "[" + ok + ",")));
    assertEquals(List.of("a", "MALFORMED_RECORD"), inShort(read("a.json", "[" + ok + "] x")));
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertEquals(
        List.of("a", "MALFORMED_RECORD", "a"),
        inShort(read("a.json", "[" + ok + ",{\"text\":" + deep + "}," + ok + "]")));
    byte[] invalid = utf8("[" + ok + ",{\"text\":\"?\"}," + ok + "]");
    invalid[23] = (byte) 0xFF;
    assertEquals(List.of("a", "INVALID_ENCODING", "a"), inShort(read("a.json", invalid)));
    byte[] tooLong = utf8("[" + ok + ",{\"text\":\"" + "x".repeat(1 << 20) + "\"}," + ok + "]");
    assertEquals(
        List.of("a", "TOO_LONG", "a"),
        inShort(read("a.json", tooLong, Reading.SMALL, FieldMap.STANDARD)));
  }

  @Test
  void aBrokenLineOfObjectsInLinesIsOneReject() {
    String file = "{\"text\":\"a\"}\n{\"text\":\"b}\n{\"text\":\"c\"}\n";
    assertEquals(List.of("a", "MALFORMED_RECORD", "c"), inShort(read("a.json", file)));
  }

  @Test
  void csvHasQuotedLineBreaksAndDoubledQuotes() {
    String csv = "id,headline,body\n1,A,\"x, \"\"y\"\"\nz\"\r\n\n2,5\" gun,b,\n";
    List<Incoming> records = read("a.csv", csv);
    assertEquals(List.of("x, \"y\"\nz", "b"), inShort(records));
    assertEquals("5\" gun", ((RawArticle) records.get(1)).title());
    assertEquals("2", ((RawArticle) records.get(1)).id());
    assertEquals("file:/in/a.csv#record=2", ((RawArticle) records.get(1)).sourceUri());
  }

  @Test
  void csvIsSeparatedAsItsHeaderShows() {
    assertEquals("b,c", article(read("a.csv", "id;text\n1;b,c\n")).text());
    assertEquals("b,c", article(read("a.csv", "id\ttext\n1\tb,c\n")).text());
    assertEquals("b;c", article(read("a.tsv", "id\ttext\r1\tb;c\r")).text());
    assertEquals("b,c", article(read("a.csv", "\ufeffsep=;\r\nid;text\r\n1;b,c\r\n")).text());
    assertEquals("b;c", article(read("a.csv", "SEP=\t\nid\ttext\n1\tb;c\n")).text());
    assertEquals("b", article(read("a.csv", "\ufeff\"text\",id\n\"b\",1")).text());
  }

  @Test
  void aBrokenRowIsOneReject() {
    String head = "id,text\n1,a\n";
    assertEquals(
        List.of("a", "MALFORMED_RECORD", "c"), inShort(read("a.csv", head + "2,b,more\n3,c\n")));
    assertEquals(List.of("a", "MALFORMED_RECORD"), inShort(read("a.csv", head + "2,\"b\n3,c\n")));
    assertEquals(
        List.of("a", "MALFORMED_RECORD", "c"), inShort(read("a.csv", head + "2,\"b\"x\n3,c\n")));
    byte[] invalid = utf8(head + "2,?\n3,c\n");
    invalid[14] = (byte) 0xFF;
    assertEquals(List.of("a", "INVALID_ENCODING", "c"), inShort(read("a.csv", invalid)));
    byte[] tooLong = utf8(head + "2," + "x,".repeat(1 << 20) + "\n3,c\n");
    assertEquals(
        List.of("a", "TOO_LONG", "c"),
        inShort(read("a.csv", tooLong, Reading.SMALL, FieldMap.STANDARD)));
    assertEquals(
        List.of("a", "c"), inShort(read("a.csv", head + "2," + "c" + ",".repeat(1 << 20) + "\n")));
  }

  @Test
  void aRowWithTooFewCellsHasNoTextInTheRest() {
    assertEquals(null, article(read("a.csv", "id,text\n1\n")).text());
  }

  @Test
  void aHeaderThatIsNoneIsOneReject() {
    assertEquals(
        List.of("MALFORMED_RECORD"), inShort(read("a.csv", "1,Some words\n2,Other words\n")));
    assertTrue(reject(read("a.csv", "text,Text\n1,2\n")).detail().contains("twice"));
  }
}
