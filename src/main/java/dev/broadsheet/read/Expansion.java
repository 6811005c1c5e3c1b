package dev.broadsheet.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Holds what one layer of packing (gzip, Zstandard, zip) expands to within bounds: by itself, and
 * together with all layers of the same file, as bombs are packed in each other. One thread.
 */
final class Expansion {

  /** The factor is not judged before so many bytes came out: a short file may be all blanks. */
  private static final long FREE = 1 << 20;

  private final Limits limits;
  private final LongSupplier packed;
  private final Expansion file;
  private long expanded;
  private long excused;

  /** More came out than the factor allows. */
  static final class Bomb extends IOException {

    private final transient Expansion layer;

    private Bomb(Expansion layer) {
      super(
          "it expands more than the bound of "
              + layer.limits.expansion()
              + " times, as a bomb does");
      this.layer = layer;
    }

    boolean isOf(Expansion other) {
      return layer == other;
    }
  }

  /**
   * @param packed how many packed bytes were read
   * @param file the layer around; null for the outermost
   */
  Expansion(Limits limits, LongSupplier packed, Expansion file) {
    this.limits = limits;
    this.packed = packed;
    this.file = file;
  }

  /** The content as it is read, counted. */
  InputStream of(InputStream content) {
    return new FilterInputStream(content) {
      @Override
      public int read() throws IOException {
        int b = in.read();
        add(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, room(length));
        add(count);
        return count;
      }
    };
  }

  /** How many bytes came out. */
  long expanded() {
    return expanded;
  }

  /** What came out since then was a bomb, for which what follows it is not to blame. */
  void excuse(long since) {
    excused += expanded - since;
  }

  /** Counts bytes that came out in search of a bomb's end. */
  void skip(int count) throws IOException {
    excused += count;
    add(count);
  }

  /** Of so many bytes wanted those that the bound has room for, and one more that breaks it. */
  int room(int wanted) {
    return (int) Math.min(wanted, limits.expandedBytes() - expanded + 1);
  }

  /**
   * Counts bytes that came out.
   *
   * @throws IOException if they are more than the bounds allow
   */
  void add(int count) throws IOException {
    expanded += Math.max(0, count);
    if (expanded > limits.expandedBytes()) {
      throw new IOException(
          "uncompressed it is larger than the bound of " + limits.expandedBytes() + " bytes");
    }
    long judged = expanded - excused;
    if (judged > FREE && judged / limits.expansion() > packed.getAsLong()) {
      throw new Bomb(this);
    }
    if (file != null) {
      file.add(count);
    }
  }
}
