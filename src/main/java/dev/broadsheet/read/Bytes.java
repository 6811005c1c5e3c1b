package dev.broadsheet.read;

import java.io.IOException;
import java.io.InputStream;

/** A file's bytes, wherever it lies. */
@FunctionalInterface
public interface Bytes {

  /**
   * Opens the file.
   *
   * @param from the first byte to read; 0 except for ranges of JSON Lines
   * @throws IOException if it cannot be opened; becomes a reject
   */
  InputStream open(long from) throws IOException;
}
