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
    if (expanded > FREE && expanded / limits.expansion() > packed.getAsLong()) {
      throw new IOException(
          "it expands more than the bound of " + limits.expansion() + " times, as a bomb does");
    }
    if (file != null) {
      file.add(count);
    }
  }
}
