package dev.broadsheet.read;

import static dev.broadsheet.read.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HostileTest {

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final List<String> NAMES =
      List.of("a.txt", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.jsonl.gz", "a.json.gz");
  private static final String JSON =
      "[{\"text\":\"one, \\\"two\\\"\",\"tags\":[\"a\"]},\n{\"text\":\"three\",\"x\":{\"y\":[1,2]}}]";
  private static final String CSV = "id,text\n1,\"one, \"\"two\"\"\nthree\"\n2,four\n3,five\n";

  @Test
  void aFloodOfAnythingIsReadInLinearTime() {
    String[] floods = {
      "{",
      "[",
      "}",
      "]",
      "\"",
      ",",
      "\\",
      "\n",
      "\r",
      " ",
      ";",
      "\t",
      "[{",
      "{\"",
      "{\"a\":",
      "[1,",
      "\"\"",
      "\"\n",
      "\\\"",
      "\0",
      "\u00fc",
      "\ud83d\ude00",
      "{}",
      "{},",
      "{\"text\":\"a\"}",
      "{\"text\":\"a\"}\n",
      "text,",
      "text\n",
      "9",
      "1e9,",
    };
    for (String flood : floods) {
      for (String start : List.of("", "{\"text\":[", "text,id\n\"")) {
        byte[] file = utf8(start + flood.repeat(100_000 / flood.length()));
        for (String name : NAMES.subList(0, 4)) {
          long begin = CPU.getCurrentThreadCpuTime();
          Records records = records(name, file);
          long count = Reading.all(records).size();
          long milliseconds = (CPU.getCurrentThreadCpuTime() - begin) / 1_000_000;
          assertTrue(
              milliseconds < 500 + count / 50,
              () -> milliseconds + " ms: " + name + " " + start + flood);
        }
      }
    }
  }

  @Test
  void damagedFilesGiveArticlesOrRejectsWithReasons() {
    Random random = new Random(42);
    for (int i = 0; i < 10_000; i++) {
      byte[] file = damaged(utf8(random.nextBoolean() ? JSON : CSV), random);
      String name = NAMES.get(random.nextInt(NAMES.size()));
      List<Incoming> records = Reading.read(name, file);
      assertTrue(records.size() < 100, "records: " + records.size());
      assertTrue(!records.isEmpty() || !name.equals("a.txt"), () -> name + " gives nothing");
      records.forEach(HostileTest::assertComplete);
    }
  }

  @Test
  void aBrokenRecordOfAnArrayLeavesTheOthersWhole() {
    Random random = new Random(43);
    for (int i = 0; i < 5000; i++) {
      byte[] middle = utf8("{\"text\":\"two\",\"x\":[1,{\"y\":2}]}");
      // structure and quotes stay, so that the record's end is where it was
      int at = random.nextInt(middle.length);
      if ("{}[]\",\\".indexOf(middle[at]) < 0) {
        middle[at] = (byte) (random.nextInt(3) == 0 ? 0xFF : 'a' + random.nextInt(26));
      }
      byte[] file = join(utf8("[{\"text\":\"one\"},"), middle, utf8(",{\"text\":\"three\"}]"));
      List<Incoming> records = Reading.read("a.json", file);
      assertEquals(3, records.size());
      assertEquals("one", ((RawArticle) records.get(0)).text());
      assertEquals("three", ((RawArticle) records.get(2)).text());
    }
  }

  @Test
  void aMillionKeysOrTagsAreOneRecord() {
    StringBuilder keys = new StringBuilder("{\"text\":\"t\"");
    for (int i = 0; i < 500_000; i++) {
      keys.append(",\"k").append(i).append("\":").append(i);
    }
    assertEquals("t", ((RawArticle) Reading.read("a.jsonl", keys + "}").get(0)).text());
    String many = "{\"text\":\"t\",\"tags\":[\"a\"" + ",\"a\"".repeat(1_000_000) + "]}";
    assertEquals(1_000_001, ((RawArticle) Reading.read("a.jsonl", many).get(0)).tags().size());
  }

  @Tag("long")
  @Test
  void aRecordOfAGigabyteIsOneRejectInTwoSecondsAndItsNeighboursStand() {
    String good = "{\"text\":\"a\"}";
    assertGigabyte("a.jsonl", good + "\n{\"text\":\"", "\"}\n" + good);
    assertGigabyte("a.json", "[" + good + ",{\"text\":\"", "\"}," + good + "]");
    assertGigabyte("a.csv", "text\na\n\"", "\"\na\n");
    assertGigabyte("a.tsv", "text\na\n", "\na\n");
  }

  private static void assertGigabyte(String name, String before, String after) {
    InputStream file =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(utf8(before)),
                    new Flood(1 << 30),
                    new ByteArrayInputStream(utf8(after)))));
    long begin = CPU.getCurrentThreadCpuTime();
    Records records =
        new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT)
            .read(new Source("file:/in/" + name, name), from -> file, null);
    assertEquals(List.of("a", "TOO_LONG", "a"), Reading.inShort(Reading.all(records)), name);
    long milliseconds = (CPU.getCurrentThreadCpuTime() - begin) / 1_000_000;
    assertTrue(milliseconds < 2000, () -> milliseconds + " ms: " + name);
  }

  /** So many letters, of which none is held. */
  private static final class Flood extends InputStream {

    private int left;

    Flood(int length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = Math.min(left, length);
      Arrays.fill(target, offset, offset + count, (byte) 'x');
      left -= count;
      return count > 0 ? count : -1;
    }
  }

  private static void assertComplete(Incoming record) {
    if (record instanceof Rejected rejected) {
      assertTrue(
          rejected.detail().endsWith(".") && rejected.detail().length() > 20, rejected.detail());
      assertTrue(rejected.sourceUri().startsWith("file:/in/a."));
    }
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] damaged = file.clone();
    for (int k = random.nextInt(6); k > 0; k--) {
      String choice = "{}[]\",\\\n\r;\0x";
      damaged[random.nextInt(damaged.length)] =
          (byte)
              (random.nextInt(4) == 0
                  ? random.nextInt(256)
                  : choice.charAt(random.nextInt(choice.length())));
    }
    return random.nextInt(3) == 0
        ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
        : damaged;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static Records records(String name, byte[] file) {
    return new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT)
        .read(new Source("file:/in/" + name, name), from -> new ByteArrayInputStream(file), null);
  }
}
