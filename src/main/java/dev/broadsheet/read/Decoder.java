package dev.broadsheet.read;

import dev.broadsheet.article.Rejected;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Strict decoding that says which byte is wrong. A record that is not UTF-8 is read as {@link
 * Windows1252} if it can be that: judged by the record alone, so that it does not matter which task
 * reads it. Holds a buffer: one thread.
 */
final class Decoder {

  private final CharsetDecoder decoder;
  private final CharsetDecoder windows;
  private CharBuffer chars = CharBuffer.allocate(8192);

  Decoder(Charset charset) {
    this.decoder = strict(charset);
    this.windows = charset.equals(StandardCharsets.UTF_8) ? strict(Windows1252.CHARSET) : null;
  }

  /** Decodes; returns the index of the first byte that is wrong, -1 if none is. */
  int decode(byte[] bytes, int begin, int end) {
    if (chars.capacity() < end - begin) {
      chars = CharBuffer.allocate(Math.max(end - begin, chars.capacity() * 2));
    }
    int wrong = decode(decoder, bytes, begin, end);
    return wrong >= 0 && windows != null && Windows1252.isPlausible(bytes, begin, end)
        ? decode(windows, bytes, begin, end)
        : wrong;
  }

  /** What was decoded last, from its first element on; overwritten by the next call. */
  char[] chars() {
    return chars.array();
  }

  int length() {
    return chars.position();
  }

  private int decode(CharsetDecoder how, byte[] bytes, int begin, int end) {
    chars.clear();
    ByteBuffer in = ByteBuffer.wrap(bytes, begin, end - begin);
    boolean bad = how.reset().decode(in, chars, true).isError();
    return bad ? in.position() : -1;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The start of a record for a person to look at; wrong bytes become U+FFFD. */
  static String lenient(byte[] bytes, int begin, int end) {
    int length = Math.min(end - begin, 4 * Rejected.MAX_RAW);
    return new String(bytes, begin, length, StandardCharsets.UTF_8);
  }
}
