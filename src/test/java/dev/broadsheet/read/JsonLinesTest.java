package dev.broadsheet.read;

import static dev.broadsheet.read.Reading.article;
import static dev.broadsheet.read.Reading.inShort;
import static dev.broadsheet.read.Reading.read;
import static dev.broadsheet.read.Reading.reject;
import static dev.broadsheet.read.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  private static final String FILE =
      "{\"text\":\"one\"}\n\r\n{\"text\":\"zw\u00f6lf \ud83d\ude00\"}\r\n\n\n{\"text\":\"three\"}\n{\"text\":\"last\"}";

  @Test
  void aLineIsAnArticleNamedByItsFirstByte() {
    List<Incoming> records = read("a.jsonl", FILE);
    assertEquals(List.of("one", "zw\u00f6lf \ud83d\ude00", "three", "last"), inShort(records));
    assertEquals("file:/in/a.jsonl#byte=17", ((RawArticle) records.get(1)).sourceUri());
  }

  @Test
  void aFileCutIntoTwoRangesAnywhereGivesEachLineOnce() {
    List<Incoming> whole = read("a.jsonl", FILE);
    int length = utf8(FILE).length;
    for (int cut = 0; cut <= length + 1; cut++) {
      List<Incoming> parts = new ArrayList<>(range(0, cut));
      parts.addAll(range(cut, length + 5));
      assertEquals(whole, parts, "cut at " + cut);
    }
  }

  @Test
  void aFileCutIntoThreeRangesAnywhereGivesEachLineOnce() {
    List<Incoming> whole = read("a.jsonl", FILE);
    int length = utf8(FILE).length;
    for (int first = 1; first <= length; first++) {
      for (int second = first; second <= length; second++) {
        List<Incoming> parts = new ArrayList<>(range(0, first));
        parts.addAll(range(first, second));
        parts.addAll(range(second, length));
        assertEquals(whole, parts, "cut at " + first + " and " + second);
      }
    }
  }

  @Test
  void inUtf16TheRangeThatBeginsTheFileGivesAllLines() {
    String lines = "\ufeff{\"text\":\"\u0a0a\"}\n\n{\"text\" 1}\r\n{\"text\":\"\ud83d\ude00\"}\n";
    for (Charset utf16 : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] file = lines.getBytes(utf16);
      for (int cut = 1; cut < file.length; cut++) {
        List<Incoming> records = range(file, 0, cut);
        assertEquals(List.of("\u0a0a", "MALFORMED_RECORD", "\ud83d\ude00"), inShort(records));
        assertEquals(List.of(), range(file, cut, file.length));
      }
      assertEquals(
          "file:/in/a.jsonl#record=3", article(range(file, 0, 9).subList(2, 3)).sourceUri());
    }
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    List<Incoming> records = read("a.jsonl", "\ufeff{\"text\":\"one\"}\n");
    assertEquals(List.of("one"), inShort(records));
  }

  @Test
  void aBrokenLineIsOneReject() {
    List<Incoming> records =
        read(
            "a.jsonl",
            "{\"text\":\"one\"}\n{\"text\":\"tw\n[1]\n{\"text\":\"three\"} x\n{\"text\":\"four\"}");
    assertEquals(
        List.of("one", "MALFORMED_RECORD", "WRONG_TYPE", "MALFORMED_RECORD", "four"),
        inShort(records));
  }

  @Test
  void aLineOfInvalidBytesIsOneReject() {
    byte[] file = utf8("{\"text\":\"one\"}\n{\"text\":\"t?o\"}\n{\"text\":\"three\"}\n");
    file[25] = (byte) 0xFF;
    List<Incoming> records = read("a.jsonl", file);
    assertEquals(List.of("one", "INVALID_ENCODING", "three"), inShort(records));
    assertTrue(
        reject(records.subList(1, 2)).detail().contains("Byte 10 "),
        reject(records.subList(1, 2)).detail());
  }

  @Test
  void aLineThatIsTooLongIsOneRejectAndNotKept() {
    String line = "{\"text\":\"" + "x".repeat(5_000_000) + "\"}\n";
    byte[] file = utf8(line + "{\"text\":\"two\"}\n" + line);
    List<Incoming> records = read("a.jsonl", file, Reading.SMALL, FieldMap.STANDARD);
    assertEquals(List.of("TOO_LONG", "two", "TOO_LONG"), inShort(records));
    assertEquals("file:/in/a.jsonl#byte=" + (line.length() + 15), reject(records).sourceUri());
    assertEquals(1000, reject(records).raw().length());
  }

  @Test
  void deepNestingIsOneReject() {
    String deep = "{\"text\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
    String skipped = "{\"other\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000) + "}\n";
    List<Incoming> records = read("a.jsonl", deep + skipped + "{\"text\":\"one\"}");
    assertEquals(List.of("MALFORMED_RECORD", "MALFORMED_RECORD", "one"), inShort(records));
  }

  @Test
  void nulsAndHugeNumbersAreRejects() {
    List<Incoming> records =
        read(
            "a.jsonl",
            "\0\0\0\n{\"text\":\"a\\u0000b\", \"id\": 1e999999999}\n{\"text\":\"a\", \"id\":"
                + "9".repeat(100_000)
                + "}\n");
    assertEquals(List.of("MALFORMED_RECORD", "a\0b", "MALFORMED_RECORD"), inShort(records));
    assertEquals("1E+999999999", ((RawArticle) records.get(1)).id());
  }

  @Test
  void randomDamageLosesNothing() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      byte[] file = utf8(FILE);
      for (int k = random.nextInt(4); k >= 0; k--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      long lines =
          Arrays.stream(new String(file, StandardCharsets.ISO_8859_1).split("\n", -1))
              .filter(line -> !line.matches("[ \t\r]*"))
              .count();
      List<Incoming> records = read("a.jsonl", file);
      assertEquals(lines, records.size());
    }
  }

  private static List<Incoming> range(int begin, int end) {
    return range(utf8(FILE), begin, end);
  }

  private static List<Incoming> range(byte[] file, int begin, int end) {
    Source source = new Source("file:/in/a.jsonl", "a.jsonl");
    Bytes bytes = from -> new ByteArrayInputStream(file, Math.toIntExact(from), file.length);
    return begin == end
        ? List.of()
        : Reading.all(
            new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT).lines(source, bytes, begin, end));
  }
}
