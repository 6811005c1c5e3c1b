package dev.broadsheet.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what is read, and refuses to go beyond an allowance: parsers collect headers and elements
 * in memory without bounds of their own.
 */
final class Metered extends FilterInputStream {

  private long taken;
  private long end = Long.MAX_VALUE;

  Metered(InputStream in) {
    super(in);
  }

  /** Bytes read until now. */
  long taken() {
    return taken;
  }

  /** From here on so many bytes may be read, until the next call. */
  void allow(long bytes) {
    end = bytes == Long.MAX_VALUE ? bytes : taken + bytes;
  }

  @Override
  public int read() throws IOException {
    check();
    int b = in.read();
    taken += b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    check();
    int count = in.read(target, offset, length);
    taken += Math.max(0, count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    check();
    long skipped = in.skip(count);
    taken += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws BadFile {
    if (taken >= end) {
      throw Faults.tooLong();
    }
  }
}
