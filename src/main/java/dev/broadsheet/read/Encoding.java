package dev.broadsheet.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Byte order marks: UTF-8, unless a file's first bytes say UTF-16. */
final class Encoding {

  private Encoding() {}

  /** The charset that the mark tells; UTF-8 if there is none. */
  static Charset of(byte[] start) {
    if (starts(start, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return starts(start, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  /** Length of the mark in bytes; 0 if there is none. */
  static int markLength(byte[] start) {
    if (start.length >= 3 && starts(start, 0xEF, 0xBB) && (start[2] & 0xFF) == 0xBF) {
      return 3;
    }
    return isUtf8(start) ? 0 : 2;
  }

  /** The stream itself if it is UTF-8, else its text in UTF-8. */
  static Peeked utf8(Peeked in) {
    byte[] start = in.start();
    return isUtf8(start) ? in : new Peeked(new Recoded(in, of(start)));
  }

  static boolean isUtf8(byte[] start) {
    return of(start).equals(StandardCharsets.UTF_8);
  }

  private static boolean starts(byte[] start, int first, int second) {
    return start.length >= 2 && (start[0] & 0xFF) == first && (start[1] & 0xFF) == second;
  }

  /** Text of another charset as UTF-8 bytes. */
  private static final class Recoded extends InputStream {

    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int position;
    private int held;

    Recoded(InputStream in, Charset charset) {
      this.reader =
          new InputStreamReader(
              in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - position);
      System.arraycopy(bytes, position, target, offset, count);
      position += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }

    private boolean fill() throws IOException {
      while (position == bytes.length) {
        int count = reader.read(chars, held, chars.length - held);
        if (count < 0) {
          return false;
        }
        encode(held + count);
      }
      return true;
    }

    /** A surrogate pair may be cut by the buffer's end: its first half waits for the next round. */
    private void encode(int count) {
      held = Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
      bytes = new String(chars, 0, count - held).getBytes(StandardCharsets.UTF_8);
      position = 0;
      if (held == 1) {
        chars[0] = chars[count - 1];
      }
    }
  }
}
