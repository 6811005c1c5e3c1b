package dev.broadsheet.read;

import static dev.broadsheet.read.Reading.article;
import static dev.broadsheet.read.Reading.inShort;
import static dev.broadsheet.read.Reading.read;
import static dev.broadsheet.read.Reading.reason;
import static dev.broadsheet.read.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncodingTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String TEXT =
      "The caf\u00e9 owner Jos\u00e9 Mu\u00f1oz said on Monday that \u201cthe price of cr\u00eape flour\u201d had"
          + " gone up by \u00a32 or \u20ac3 \u2013 or more.";

  @Test
  void aTextInWindows1252IsRead() {
    assertEquals(TEXT, article(read("a.txt", TEXT.getBytes(WINDOWS))).text());
    String latin = TEXT.replaceAll("[^\\u0000-\\u00ff]", "");
    assertEquals(latin, article(read("a.txt", latin.getBytes(StandardCharsets.ISO_8859_1))).text());
  }

  @Test
  void eachRecordIsJudgedByItself() {
    String line = "{\"text\":\"" + TEXT + "\"}\n";
    byte[] mixed = join(utf8(line), line.getBytes(WINDOWS), utf8(line));
    assertEquals(List.of(TEXT, TEXT, TEXT), inShort(read("a.jsonl", mixed)));
    byte[] rows = join(utf8("text\n" + TEXT + "\n"), TEXT.getBytes(WINDOWS));
    assertEquals(List.of(TEXT, TEXT), inShort(read("a.csv", rows)));
    byte[] array = join(utf8("["), line.getBytes(WINDOWS), utf8("," + line + "]"));
    assertEquals(List.of(TEXT, TEXT), inShort(read("a.json", array)));
  }

  @Test
  void damagedUtf8IsNotTakenForWindows1252() {
    byte[] cut = utf8("The caf\u00e9 on the " + "corner, caf\u00e9");
    byte[] damaged = java.util.Arrays.copyOf(cut, cut.length - 1);
    assertEquals(RejectReason.INVALID_ENCODING, reason(read("a.txt", damaged)));
    byte[] stray = utf8("Nothing but one stray byte here.");
    stray[8] = (byte) 0xFF;
    assertEquals(RejectReason.INVALID_ENCODING, reason(read("a.txt", stray)));
  }

  @Test
  void bytesUndefinedInWindows1252AreNoTextInIt() {
    for (int undefined : new int[] {0x81, 0x8D, 0x8F, 0x90, 0x9D}) {
      byte[] text = "Caf\u00e9 au lait and so on".getBytes(WINDOWS);
      text[10] = (byte) undefined;
      assertEquals(RejectReason.INVALID_ENCODING, reason(read("a.txt", text)));
    }
  }

  @Test
  void randomBytesAreNoText() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[20 + random.nextInt(300)];
      random.nextBytes(bytes);
      assertFalse(Windows1252.isPlausible(bytes, 0, bytes.length));
    }
  }

  @Test
  void anyWesternTextSurvivesTheWayThroughWindows1252() {
    Random random = new Random(2);
    String letters =
        "\u00e0\u00e1\u00e2\u00e4\u00e7\u00e8\u00e9\u00ea\u00eb\u00ed\u00ee\u00ef\u00f1\u00f3\u00f4\u00f6\u00fa\u00fb\u00fc\u00df\u00e5\u00e6\u00f8";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder("plain");
      for (int words = 1 + random.nextInt(20); words > 0; words--) {
        text.append(" wo").append(letters.charAt(random.nextInt(letters.length()))).append("rds");
      }
      byte[] bytes = text.toString().getBytes(WINDOWS);
      assertTrue(Windows1252.isPlausible(bytes, 0, bytes.length));
      RawArticle read = article(read("a.txt", bytes));
      assertEquals(text.toString(), read.text());
    }
  }

  private static byte[] join(byte[]... parts) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
