package dev.broadsheet.read;

import static dev.broadsheet.read.Reading.inShort;
import static dev.broadsheet.read.Reading.read;
import static dev.broadsheet.read.Reading.reason;
import static dev.broadsheet.read.Reading.reject;
import static dev.broadsheet.read.Reading.slowly;
import static dev.broadsheet.read.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class ArchiveTest {

  private static final byte[] LINES = utf8("{\"text\":\"a\"}\n{\"text\":\"b\"}\n");

  @Test
  void membersOfAnyFormatAreReadUnderTheirNames() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("f/a.jsonl", LINES);
    files.put("f/b.txt.gz", Reading.gzip(utf8("c")));
    files.put("g.csv", utf8("text\nd\n"));
    for (byte[] file : List.of(zip(files), tar(files))) {
      String name = file[0] == 'P' ? "x.zip" : "x.tar";
      List<Incoming> records = read(name, file);
      assertEquals(List.of("a", "b", "c", "d"), inShort(records));
      assertEquals(
          "file:/in/" + name + "!/f/a.jsonl#byte=13", ((RawArticle) records.get(1)).sourceUri());
      assertEquals(name + "!/f/b.txt.gz", ((RawArticle) records.get(2)).id());
    }
    assertEquals(4, read("x.tar.gz", Reading.gzip(tar(files))).size());
    assertEquals(4, read("x.tgz", Reading.gzip(tar(files))).size());
    assertEquals(4, read("x.tar.zst", Zstd.compress(tar(files))).size());
    assertEquals(List.of("a", "b"), inShort(read("a.jsonl.zst", Zstd.compress(LINES))));
  }

  @Test
  void aFormatByNameIsThatOfTheMembersUnlessItIsTheArchives() throws IOException {
    byte[] file = zip(Map.of("notes.data", LINES));
    assertEquals(List.of("NOT_TEXT"), inShort(read("x.zip", file)));
    assertEquals(List.of("a", "b"), inShort(readAs(Format.JSONL, "x.zip", file)));
    byte[] named = zip(Map.of("notes.jsonl", LINES));
    assertEquals(List.of("a", "b"), inShort(readAs(Format.ZIP, "x.zip", named)));
    assertEquals(List.of("a", "b"), inShort(readAs(Format.ZIP, "x.parcel", named)));
  }

  private static List<Incoming> readAs(Format format, String name, byte[] file) {
    Source source = new Source("file:/in/" + name, name);
    return Reading.all(
        new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT)
            .read(source, from -> new ByteArrayInputStream(file), format));
  }

  @Test
  void foldersLinksAndHiddenFilesAreNoMembers() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("d/", new byte[0]);
    files.put("__MACOSX/._a.txt", utf8("x"));
    files.put("d/.DS_Store", utf8("x"));
    files.put("d/a.txt", utf8("a"));
    assertEquals(List.of("a"), inShort(read("x.zip", zip(files))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry link = new TarArchiveEntry("link.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/hostname");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    assertEquals(List.of(), read("x.tar", bytes.toByteArray()));
  }

  @Test
  void pathsThatEscapeAreNamesAndAreShownEscaped() throws IOException {
    Map<String, String> shown =
        Map.of(
            "../../etc/a.txt", "%2E%2E/%2E%2E/etc/a.txt",
            "/etc/a.txt", "%2Fetc/a.txt",
            "C:\\x\\a.txt", "C%3A/x/a.txt",
            "a\n<b>\u001b.txt", "a%0A%3Cb%3E%1B.txt",
            "caf\u00e9 1.txt", "caf\u00e9 1.txt");
    for (Map.Entry<String, String> name : shown.entrySet()) {
      List<Incoming> records = read("x.zip", zip(Map.of(name.getKey(), utf8("a"))));
      assertEquals("file:/in/x.zip!/" + name.getValue(), ((RawArticle) records.get(0)).sourceUri());
    }
    String longName = "n".repeat(60_000) + ".txt";
    Incoming record = read("x.zip", zip(Map.of(longName, utf8("a")))).get(0);
    assertTrue(((RawArticle) record).sourceUri().length() < 1100);
  }

  @Test
  void membersOfOneNameAreOneArticleAtPlacesOfTheirOwn() throws IOException {
    List<String> names = List.of("a", "b~2", "a", "b", "b", "b~2", "a");
    List<RawArticle> records = articles(readAs(Format.TEXT, "x.tar", tarOf(names)));
    assertEquals(
        List.of("a", "b~2", "a~2", "b", "b~3", "b~2~3", "a~3"),
        records.stream().map(r -> r.sourceUri().replace("file:/in/x.tar!/", "")).toList());
    assertEquals("x.tar!/a", records.get(0).id());
    assertEquals("x.tar!/a", records.get(6).id());
    assertEquals(2, read("x.tar", tarOf(List.of("a.jsonl", "a.jsonl"))).size());
  }

  @Test
  void longNamesAndNamesThatAreNoUtf8StayDifferent() throws IOException {
    String end = "/long".repeat(300) + "/a.txt";
    List<String> names = List.of("one" + end, "two" + end, "caf\u00e9.txt", "caf\u00e8.txt");
    Set<String> ids = new HashSet<>();
    articles(read("x.tar", tarOf(names))).forEach(record -> ids.add(record.id()));
    assertEquals(4, ids.size(), ids::toString);
    assertTrue(ids.contains("x.tar!/caf\u00e9.txt"), ids::toString);
  }

  private static List<RawArticle> articles(List<Incoming> records) {
    return records.stream().map(RawArticle.class::cast).toList();
  }

  /** Of members that all hold the same line; names are written in Latin-1. */
  private static byte[] tarOf(List<String> names) throws IOException {
    byte[] content = utf8("{\"text\":\"a\"}\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "ISO-8859-1")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (String name : names) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aBadMemberLeavesItsNeighboursWhole() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a.txt", utf8("a"));
    files.put("b.jsonl.gz", Arrays.copyOf(Reading.gzip(LINES), 20));
    files.put("c.xml", utf8("<nitf>"));
    files.put("d.docx", utf8("x"));
    files.put("e.parquet", utf8("PAR1"));
    files.put("f.txt", utf8("f"));
    List<String> expected =
        List.of("a", "UNREADABLE_FILE", "MALFORMED_RECORD", "NOT_TEXT", "NOT_TEXT", "f");
    assertEquals(expected, inShort(read("x.zip", zip(files))));
    assertEquals(expected, inShort(read("x.tar", tar(files))));
  }

  @Test
  void archivesMayLieInEachOtherButNotTooDeep() throws IOException {
    byte[] inner = zip(Map.of("a.txt", utf8("a")));
    byte[] two = tar(Map.of("inner.zip", inner));
    byte[] three = zip(Map.of("two.tar.gz", Reading.gzip(two)));
    List<Incoming> records = read("x.zip", three);
    assertEquals(List.of("a"), inShort(records));
    assertEquals(
        "file:/in/x.zip!/two.tar.gz!/inner.zip!/a.txt", ((RawArticle) records.get(0)).sourceUri());
    byte[] four = zip(Map.of("x.zip", three));
    assertEquals(List.of("NOT_TEXT"), inShort(read("x.zip", four)));
  }

  @Test
  void aCutAnywhereIsSeenAndWhatIsBeforeItStands() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a.txt", random(1, 700));
    files.put("b.txt", random(2, 700));
    byte[] zip = zip(files);
    for (int cut = 1; cut < zip.length - 22; cut++) {
      assertCutIsSeen("x.zip", Arrays.copyOf(zip, cut));
    }
    byte[] tar = tar(files);
    int end = 2 * (512 + 1024); // headers and contents; what follows is zeros
    for (int cut = 1; cut <= end; cut += 7) {
      assertCutIsSeen("x.tar", Arrays.copyOf(tar, cut));
    }
    byte[] zstd = Zstd.compress(random(3, 3000));
    for (int cut = 1; cut < zstd.length; cut++) {
      assertCutIsSeen("x.txt.zst", Arrays.copyOf(zstd, cut));
    }
  }

  @Test
  void bombsAreStoppedAtEachLayerAndOverAll() throws IOException {
    Limits limits = new Limits(1 << 30, 1L << 40, 100);
    byte[] blank = new byte[8 << 20];
    Arrays.fill(blank, (byte) ' ');
    assertBomb("x.zip", zip(Map.of("a.txt", blank)), limits);
    assertBomb("x.txt.zst", Zstd.compress(blank), limits);
    assertBomb("x.tar.gz", Reading.gzip(tar(Map.of("a.txt", blank))), limits);
    assertBomb("x.zip", zip(Map.of("a.txt.gz", Reading.gzip(blank))), limits);
    Limits wide = new Limits(1 << 30, 1L << 40, 2000);
    byte[] inner = zip(Map.of("a.txt", blank, "b.txt", blank));
    assertBomb("x.zip", zip(Map.of("a.zip", inner)), wide);
    Limits small = new Limits(1 << 30, 1 << 20, 1 << 30);
    assertBomb("x.zip", zip(Map.of("a.txt", blank)), small);
    assertBomb("x.txt.zst", Zstd.compress(blank), small);
  }

  @Test
  void theMembersBesideABombAreRead() throws IOException {
    byte[] blank = new byte[8 << 20];
    Arrays.fill(blank, (byte) ' ');
    Map<String, byte[]> files = new TreeMap<>(Map.of("b.txt", blank, "d.txt", blank));
    List.of("a", "c", "e").forEach(name -> files.put(name + ".txt", utf8(name)));
    Limits limits = new Limits(1 << 30, 1L << 40, 100);
    List<String> expected = List.of("a", "UNREADABLE_FILE", "c", "UNREADABLE_FILE", "e");
    for (byte[] zip : List.of(zip(files), seekableZip(files))) {
      assertEquals(expected, inShort(read("x.zip", zip, limits, FieldMap.STANDARD)));
      byte[] outer = zip(Map.of("a.zip", zip, "z.txt", utf8("z")));
      List<String> nested = inShort(read("x.zip", outer, limits, FieldMap.STANDARD));
      assertEquals(List.of("a", "UNREADABLE_FILE"), nested.subList(0, 2));
      assertEquals("z", nested.get(nested.size() - 1));
    }
  }

  /** A zip whose headers say how long the members are, as tools that write files make them. */
  private static byte[] seekableZip(Map<String, byte[]> files) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeArchiveEntry();
      }
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  @Test
  void theEndOfABombIsSoughtForSoLongOnly() throws IOException {
    byte[] file = hugeBomb();
    List<Incoming> records = read("x.zip", file, Limits.DEFAULT, FieldMap.STANDARD);
    assertEquals(List.of("UNREADABLE_FILE", "UNREADABLE_FILE"), inShort(records));
    String detail = ((Rejected) records.get(1)).detail();
    assertTrue(detail.contains("where the bomb a.txt ends is not known"), detail);
  }

  /** 512 MB of zeros, and a text behind them. */
  private static byte[] hugeBomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] blank = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      for (int i = 0; i < 512; i++) {
        zip.write(blank);
      }
      zip.putNextEntry(new ZipEntry("b.txt"));
      zip.write(utf8("b"));
    }
    return bytes.toByteArray();
  }

  @Test
  void ofManySmallMembersThatAreOneBombTogetherMostAreRejectedAsBombs() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    byte[] blank = new byte[1 << 19];
    Arrays.fill(blank, (byte) ' ');
    for (int i = 0; i < 40; i++) {
      files.put("a" + i + ".txt", blank);
    }
    List<Incoming> records =
        read("x.zip", zip(files), new Limits(1 << 30, 1L << 40, 100), FieldMap.STANDARD);
    long bombs =
        records.stream()
            .filter(record -> record instanceof Rejected r && r.detail().contains("bound"))
            .count();
    assertEquals(40, records.size());
    assertTrue(bombs >= 35, bombs + " bombs");
  }

  @Test
  void anEncryptedMemberIsARejectAndTheNextIsRead() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a.txt", utf8("a"));
    files.put("b.txt", utf8("b"));
    byte[] zip = stored(files);
    zip[6] |= 1; // the flag of the first member's header
    assertEquals(List.of("UNREADABLE_FILE", "b"), inShort(read("x.zip", zip)));
  }

  @Test
  void damagedZstandardGivesTheSameRecordsHoweverItsBytesArrive() {
    String letters = new String(random(5, 300_000), StandardCharsets.US_ASCII);
    byte[] whole = Zstd.compress(utf8(letters.replaceAll(".{30}", "{\"text\":\"$0\"}\n")));
    Random random = new Random(6);
    for (int i = 0; i < 40; i++) {
      byte[] damaged = whole.clone();
      damaged[10 + random.nextInt(whole.length - 10)] ^= (byte) (1 << random.nextInt(8));
      boolean isSame = read("x.jsonl.zst", damaged).equals(slowly("x.jsonl.zst", damaged));
      assertTrue(isSame, "damage " + i);
    }
  }

  /** Found by fuzzing: the library opens such a member, and then fails to read it. */
  @Test
  void aMemberPackedInAnotherWayThanItSaysIsAReject() throws IOException {
    byte[] zip = zip(Map.of("a.txt", utf8("a"), "b.txt", utf8("b")));
    zip[8] = 20; // the method in the first member's header
    assertEquals(List.of("UNREADABLE_FILE"), inShort(read("x.zip", zip)));
  }

  @Test
  void noArchiveAtAllIsAReject() {
    for (String name : List.of("x.zip", "x.tar", "x.tar.gz", "x.txt.zst", "x.tar.zst")) {
      assertEquals(1, read(name, utf8("no archive")).size(), name);
      assertTrue(reject(read(name, utf8("no archive"))).detail().endsWith("."), name);
      assertEquals(1, read(name, new byte[0]).size(), name);
    }
  }

  @Test
  void damagedArchivesGiveArticlesOrRejectsWithReasons() throws IOException {
    Random random = new Random(7);
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a.jsonl", LINES);
    files.put("b.txt", utf8("b"));
    byte[][] whole = {zip(files), tar(files), Zstd.compress(LINES)};
    String[] names = {"x.zip", "x.tar", "x.jsonl.zst"};
    for (int i = 0; i < 6000; i++) {
      byte[] file = whole[i % 3].clone();
      for (int k = random.nextInt(5); k >= 0; k--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      for (Incoming record : read(names[i % 3], file)) {
        if (record instanceof Rejected rejected) {
          assertTrue(rejected.reason() != RejectReason.INTERNAL_ERROR, rejected.detail());
        }
      }
    }
  }

  private static void assertCutIsSeen(String name, byte[] file) {
    assertEquals(RejectReason.UNREADABLE_FILE, reason(read(name, file)), name + " " + file.length);
  }

  private static void assertBomb(String name, byte[] file, Limits limits) {
    Rejected rejected = reject(read(name, file, limits, FieldMap.STANDARD));
    assertEquals(RejectReason.UNREADABLE_FILE, rejected.reason(), name);
    assertTrue(rejected.detail().contains("bound"), rejected.detail());
  }

  private static byte[] random(int seed, int length) {
    StringBuilder text = new StringBuilder();
    Random random = new Random(seed);
    while (text.length() < length) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] stored(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        CRC32 crc = new CRC32();
        crc.update(file.getValue());
        entry.setCrc(crc.getValue());
        entry.setSize(file.getValue().length);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
