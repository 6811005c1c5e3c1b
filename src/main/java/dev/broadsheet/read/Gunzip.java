package dev.broadsheet.read;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A gzip file's content, all members of it, within bounds. A cut, damaged or oversized file is an
 * IOException that says where.
 */
final class Gunzip extends FilterInputStream {

  private final Counted compressed;
  private final Expansion expansion;

  private Gunzip(InputStream content, Counted compressed, Expansion expansion) {
    super(content);
    this.compressed = compressed;
    this.expansion = expansion;
  }

  /**
   * Opens a gzip file; a file of no bytes has no content. One thread; closing closes the file.
   *
   * @param around the packing that the file lies in; null if none
   */
  static InputStream open(InputStream file, Limits limits, Expansion around) throws IOException {
    Counted compressed = new Counted(file);
    if (compressed.available() == 0) {
      return compressed;
    }
    try {
      return new Gunzip(
          new Members(compressed), compressed, new Expansion(limits, compressed::taken, around));
    } catch (EOFException | ZipException e) {
      throw broken(compressed, 0, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = in.read(target, offset, expansion.room(length));
      expansion.add(count);
      return count;
    } catch (EOFException | ZipException e) {
      throw broken(compressed, expansion.expanded(), e);
    }
  }

  /** Where damage is found in the file depends on how its bytes arrive; what came out does not. */
  private static IOException broken(Counted compressed, long expanded, IOException e) {
    String where =
        e instanceof EOFException
            ? "ends too early, with its byte " + compressed.taken()
            : "breaks after " + expanded + " uncompressed bytes";
    return new IOException("the gzip data " + where + " (" + e.getMessage() + ")", e);
  }

  /**
   * Counts what is read; {@code available} is 0 at the end only, as GZIPInputStream needs it. That
   * class asks for it after each member, and then reads the next one's header byte by byte; what is
   * no header it drops in silence.
   */
  private static final class Counted extends PushbackInputStream {

    private long taken;
    private boolean isOnlyPadding;

    Counted(InputStream in) {
      super(in);
    }

    long taken() {
      return taken;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      taken += b < 0 ? 0 : 1;
      isOnlyPadding &= b <= 0;
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      taken += Math.max(0, read);
      return read;
    }

    @Override
    public int available() throws IOException {
      isOnlyPadding = true;
      int b = super.read();
      if (b < 0) {
        return 0;
      }
      unread(b);
      return 1;
    }

    /** Whether only zeros follow the last member; reads on to see. */
    boolean endsInPadding() throws IOException {
      int b = 0;
      while (isOnlyPadding && b >= 0) {
        b = read();
      }
      return isOnlyPadding;
    }
  }

  /**
   * Refuses what follows the last member, unless it is padding: it would be lost unseen. Of a
   * damaged member all is given that comes before the damage, however the bytes arrive.
   */
  private static final class Members extends GZIPInputStream {

    private static final int TRAILER = 8;

    private final Counted compressed;
    private ZipException damage;

    Members(Counted compressed) throws IOException {
      super(compressed, 1 << 15);
      this.compressed = compressed;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (damage != null) {
        throw damage;
      }
      long before = inf.getBytesWritten();
      try {
        int count = super.read(target, offset, length);
        if (count < 0) {
          checkRest();
        }
        return count;
      } catch (ZipException e) {
        damage = e;
        return written(before, e);
      }
    }

    /** What the call that found the damage has written before it. */
    private int written(long before, ZipException e) throws ZipException {
      long count = inf.getBytesWritten() - before;
      if (count <= 0) {
        throw e;
      }
      return (int) count;
    }

    private void checkRest() throws IOException {
      boolean isPadding = compressed.endsInPadding();
      for (int i = len - inf.getRemaining() + TRAILER; i < len; i++) {
        isPadding &= buf[i] == 0;
      }
      if (!isPadding) {
        throw new ZipException("what follows is not gzip");
      }
    }
  }
}
