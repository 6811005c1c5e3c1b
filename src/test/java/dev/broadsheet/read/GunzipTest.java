package dev.broadsheet.read;

import static dev.broadsheet.read.Reading.gzip;
import static dev.broadsheet.read.Reading.inShort;
import static dev.broadsheet.read.Reading.read;
import static dev.broadsheet.read.Reading.reject;
import static dev.broadsheet.read.Reading.slowly;
import static dev.broadsheet.read.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GunzipTest {

  @Test
  void everyFormatMayBeCompressed() {
    assertEquals(List.of("a"), inShort(read("a.txt.gz", gzip(utf8("a")))));
    assertEquals(List.of("a"), inShort(read("a.jsonl.GZ", gzip(utf8("{\"text\":\"a\"}")))));
    assertEquals(List.of("a"), inShort(read("a.csv.gz", gzip(utf8("text\na\n")))));
  }

  @Test
  void allMembersAreRead() {
    byte[] members = join(gzip(lines(1, 10)), gzip(lines(2, 10)), gzip(new byte[0]), new byte[512]);
    assertEquals(20, read("a.jsonl.gz", members).size());
  }

  @Test
  void allMembersAreReadFromAStreamThatGivesAByteAtATime() {
    byte[] members = join(gzip(lines(1, 10)), gzip(lines(2, 10)), new byte[512]);
    assertEquals(20, slowly("a.jsonl.gz", members).size());
  }

  @Test
  void whatFollowsTheLastMemberIsNotLostHoweverTheBytesArrive() {
    for (String rest : List.of("x", "\u001f\u008b", "\0\0x", "no gzip, and longer than a header")) {
      byte[] file = join(gzip(lines(1, 10)), rest.getBytes(StandardCharsets.ISO_8859_1));
      List<Incoming> records = read("a.jsonl.gz", file);
      assertEquals(RejectReason.UNREADABLE_FILE, reject(records).reason(), rest);
      assertEquals(records, slowly("a.jsonl.gz", file), rest);
    }
  }

  @Test
  void damagedZstandardIsToldOfAlikeHoweverTheBytesArrive() {
    byte[] file = {(byte) 0x28, (byte) 0xb5, (byte) 0x2f, (byte) 0xfd, (byte) 0xff, 1, 2, 3, 4, 5};
    List<Incoming> records = read("a.jsonl.zst", file);
    assertEquals(RejectReason.UNREADABLE_FILE, reject(records).reason());
    assertEquals(records, slowly("a.jsonl.zst", file));
  }

  @Test
  void recordsBeforeACutStand() {
    byte[] whole = gzip(lines(3, 2000));
    List<Incoming> records = read("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    assertTrue(records.size() > 500, "records: " + records.size());
    assertEquals(RejectReason.UNREADABLE_FILE, reject(records).reason());
    assertTrue(
        reject(records).detail().contains("with its byte " + whole.length / 2),
        reject(records).detail());
    assertEquals(1, records.stream().filter(record -> record.equals(reject(records))).count());
  }

  @Test
  void aCutAnywhereIsSeen() {
    byte[] whole = join(gzip(lines(4, 3)), gzip(lines(5, 3)));
    int first = gzip(lines(4, 3)).length;
    for (int cut = 1; cut < whole.length; cut++) {
      List<Incoming> records = read("a.jsonl.gz", Arrays.copyOf(whole, cut));
      if (cut != first) {
        assertEquals(RejectReason.UNREADABLE_FILE, reject(records).reason(), "cut at " + cut);
      }
    }
  }

  @Test
  void recordsBeforeDamageStandHoweverTheBytesArrive() {
    byte[] whole = gzip(utf8(numbers()));
    Random random = new Random(11);
    int most = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      damaged[10 + random.nextInt(whole.length - 10)] ^= (byte) (1 << random.nextInt(8));
      List<Incoming> atOnce = read("a.jsonl.gz", damaged, Limits.DEFAULT, FieldMap.STANDARD);
      assertEquals(atOnce, slowly("a.jsonl.gz", damaged));
      assertEquals(RejectReason.UNREADABLE_FILE, reject(atOnce).reason());
      most = Math.max(most, atOnce.size());
    }
    assertTrue(most > 100, "records before the damage: " + most);
  }

  private static String numbers() {
    StringBuilder lines = new StringBuilder();
    new Random(12).ints(400).forEach(n -> lines.append("{\"text\":\"").append(n).append("\"}\n"));
    return lines.toString();
  }

  @Test
  void aBombIsStopped() {
    byte[] bomb = gzip(new byte[8 << 20]);
    List<Incoming> records = read("a.jsonl.gz", bomb, Reading.SMALL, FieldMap.STANDARD);
    assertEquals(RejectReason.UNREADABLE_FILE, reject(records).reason());
    assertTrue(reject(records).detail().contains("bound"), reject(records).detail());
  }

  @Test
  void anErrorOfTheDiskIsAReject() {
    Source source = new Source("file:/a.jsonl", "a.jsonl");
    ArticleReader reader = new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT);
    Records records =
        reader.read(
            source,
            from -> new Failing(new ByteArrayInputStream(utf8("{\"text\":\"a\"}\n{\"te"))),
            null);
    assertEquals(List.of("a", "UNREADABLE_FILE"), inShort(Reading.all(records)));
    Records unopened =
        reader.read(
            source,
            from -> {
              throw new IOException("no such file");
            },
            null);
    assertEquals(List.of("UNREADABLE_FILE"), inShort(Reading.all(unopened)));
  }

  private static byte[] lines(int seed, int count) {
    Random random = new Random(seed);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("{\"text\":\"").append(random.nextLong()).append("\"}\n");
    }
    return utf8(lines.toString());
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** Fails where the other ends. */
  private static final class Failing extends InputStream {

    private final InputStream in;

    Failing(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b < 0) {
        throw new IOException("disk gone");
      }
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      if (count < 0) {
        throw new IOException("disk gone");
      }
      return count;
    }
  }
}
