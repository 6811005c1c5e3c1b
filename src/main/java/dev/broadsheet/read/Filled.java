package dev.broadsheet.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Fills each buffer and never says that there is more. What decoders make of damaged data depends
 * on how much they have at once; with this it is the same however the bytes arrive, and they hand
 * out all that they decoded before they meet the damage.
 */
final class Filled extends FilterInputStream {

  Filled(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int filled = 0;
    int count = 0;
    while (filled < length && count >= 0) {
      count = in.read(target, offset + filled, length - filled);
      filled += Math.max(0, count);
    }
    return filled == 0 ? count : filled;
  }

  @Override
  public int available() {
    return 0;
  }
}
