package dev.broadsheet.read;

import dev.broadsheet.article.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a file's first bytes tell. */
final class Content {

  private static final int LOOK = 8192;
  private static final List<Map.Entry<String, String>> MAGIC =
      List.of(
          Map.entry("\u001f\u008b", "gzip"),
          Map.entry("PK\u0003\u0004", "zip"),
          Map.entry("PAR1", "Parquet"),
          Map.entry("%PDF-", "PDF"),
          Map.entry("(\u00b5/\u00fd", "Zstandard"),
          Map.entry("BZh", "bzip2"));

  private Content() {}

  /**
   * Opens a stream whose first bytes were looked at.
   *
   * @throws BadFile if the file is empty or of a known binary form
   */
  static Peeked check(InputStream in) throws IOException {
    Peeked checked = notEmpty(in);
    refuseBinary(checked.start());
    return checked;
  }

  /**
   * Opens a stream whose first bytes were looked at.
   *
   * @throws BadFile if the file is empty
   */
  static Peeked notEmpty(InputStream in) throws IOException {
    Peeked checked = new Peeked(in);
    if (checked.start().length == 0 && checked.read() < 0) {
      throw new BadFile(RejectReason.EMPTY_TEXT, "The file is empty; take it out.", null);
    }
    return checked;
  }

  /**
   * Refuses text with a NUL among its first 8 KB, as git does; UTF-16 has its mark.
   *
   * @throws BadFile if there is one
   */
  static void refuseNul(byte[] bytes) throws BadFile {
    for (int i = 0; i < Math.min(LOOK, bytes.length); i++) {
      if (bytes[i] == 0) {
        throw notText("Byte " + i + " is NUL, so this is no text", bytes);
      }
    }
  }

  private static void refuseBinary(byte[] start) throws BadFile {
    byte[] head = Arrays.copyOf(start, Math.min(8, start.length));
    String magic = new String(head, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> known : MAGIC) {
      if (magic.startsWith(known.getKey())) {
        throw notText("The file is " + known.getValue() + " under another name", start);
      }
    }
  }

  private static BadFile notText(String what, byte[] bytes) {
    return new BadFile(
        RejectReason.NOT_TEXT,
        what + "; give it the extension of its format, or take it out.",
        Decoder.lenient(bytes, 0, bytes.length));
  }
}
