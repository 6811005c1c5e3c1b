package dev.broadsheet.read;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches for what ends an archive: read as a stream, one that is cut between two members looks as
 * if it ended there. A zip ends with a record of its own, a tar with a block of zeros.
 */
final class EndWatch extends FilterInputStream {

  private static final int ZIP_END = 0x504B0506;

  /** The record's own length, and that of the longest comment. */
  private static final int LONGEST_ZIP_END = 22 + 0xFFFF;

  private static final int TAR_BLOCK = 512;

  private final boolean isZip;
  private long position;
  private long lastZipEnd = Long.MIN_VALUE / 2;
  private long lastNotZero;
  private int last;

  EndWatch(InputStream in, boolean isZip) {
    super(in);
    this.isZip = isZip;
  }

  /**
   * Reads on to the end.
   *
   * @throws EOFException if the archive is cut
   */
  void requireEnd() throws IOException {
    byte[] rest = new byte[1 << 13];
    while (read(rest, 0, rest.length) >= 0) {
      // on to the end
    }
    boolean isWhole =
        isZip ? position - lastZipEnd <= LONGEST_ZIP_END : position - lastNotZero >= TAR_BLOCK;
    if (!isWhole) {
      throw new EOFException("the archive is cut near its byte " + position);
    }
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      see((byte) b);
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    for (int i = 0; i < count; i++) {
      see(target[offset + i]);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(count, 1 << 13)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void see(byte b) {
    position++;
    last = (last << 8) | (b & 0xFF);
    if (last == ZIP_END) {
      lastZipEnd = position - 4;
    }
    if (b != 0) {
      lastNotZero = position;
    }
  }
}
