package dev.broadsheet.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream whose first bytes can be looked at. An error while looking is thrown when reading comes
 * to that place, so that what is before it is not lost.
 */
final class Peeked extends InputStream {

  private static final int LOOK = 1 << 13;

  private final InputStream in;
  private final byte[] start;
  private IOException error;
  private int position;

  Peeked(InputStream in) {
    this.in = in;
    byte[] look = new byte[LOOK];
    this.start = Arrays.copyOf(look, fill(look));
  }

  /** The first 8 KB, or all there is; not to be changed. */
  byte[] start() {
    return start;
  }

  @Override
  public int read() throws IOException {
    if (position < start.length) {
      return start[position++] & 0xFF;
    }
    throwError();
    return in.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position == start.length) {
      throwError();
      return in.read(target, offset, length);
    }
    int count = Math.min(length, start.length - position);
    System.arraycopy(start, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int fill(byte[] look) {
    int filled = 0;
    try {
      int count = in.read(look, 0, LOOK);
      while (count > 0) {
        filled += count;
        count = in.read(look, filled, LOOK - filled);
      }
    } catch (IOException e) {
      error = e;
    }
    return filled;
  }

  private void throwError() throws IOException {
    if (error != null) {
      throw error;
    }
  }
}
