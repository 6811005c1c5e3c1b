package dev.broadsheet.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into records. Memory is bounded: of a record longer than the limit only
 * the start is kept. One thread.
 */
final class Frames implements Closeable {

  /** Bytes kept of a record that is too long. */
  private static final int KEPT = 4096;

  private final InputStream in;
  private final Framing framing;
  private final int limit;
  private byte[] buffer = new byte[1 << 16];
  private int begin;
  private int end;
  private int scanned;
  private int filled;
  private long position;
  private long offset;
  private boolean skipping;
  private boolean unended;

  /** Reads a stream whose first byte is at {@code position} of its file. */
  Frames(InputStream in, Framing framing, int limit, long position) {
    this.in = in;
    this.framing = framing;
    this.limit = limit;
    this.position = position;
  }

  /** Moves to the next record; false at the end. A record may be ended by the stream's end. */
  boolean next() throws IOException {
    if (position == 0) {
      skipMark();
    }
    begin = end;
    scanned = begin;
    offset = position - (filled - begin);
    skipping = false;
    return findEnd();
  }

  byte[] buffer() {
    return buffer;
  }

  /** The record's first byte in the buffer. */
  int begin() {
    return begin;
  }

  /** One past the record's last byte in the buffer, or past the start that was kept of it. */
  int end() {
    return skipping ? Math.min(end, begin + KEPT) : end;
  }

  /** The record's first byte in the file. */
  long offset() {
    return offset;
  }

  boolean isTooLong() {
    return skipping || end - begin > limit;
  }

  /** Whether the stream ended before the record did. */
  boolean isUnended() {
    return unended;
  }

  /** Whether the record holds nothing but ASCII white space. */
  boolean isBlank() {
    return isBlank(begin, end());
  }

  boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = buffer[i];
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean findEnd() throws IOException {
    int found = framing.end(buffer, scanned, filled);
    while (found < 0) {
      scanned = filled;
      if (!fill()) {
        end = filled;
        unended = true;
        return end > begin || skipping;
      }
      found = framing.end(buffer, scanned, filled);
    }
    end = found;
    return true;
  }

  private boolean fill() throws IOException {
    moveToFront();
    makeRoom();
    scanned = filled;
    int count = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, count);
    position += Math.max(0, count);
    return count >= 0;
  }

  private void moveToFront() {
    if (begin > 0) {
      System.arraycopy(buffer, begin, buffer, 0, filled - begin);
      filled -= begin;
      begin = 0;
    }
  }

  private void makeRoom() {
    if (filled > limit || skipping) {
      skipping = true;
      filled = Math.min(filled, KEPT);
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * filled, Math.max(filled, limit) + 4096L));
    }
  }

  private void skipMark() throws IOException {
    while (filled < 3 && fill()) {
      // until three bytes are there
    }
    end = Encoding.markLength(Arrays.copyOf(buffer, Math.min(3, filled))) == 3 ? 3 : 0;
  }
}
