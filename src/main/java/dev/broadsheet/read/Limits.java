package dev.broadsheet.read;

import java.io.Serializable;

/**
 * Bounds on what is taken in.
 *
 * @param textLength longest cleaned text of an article, in UTF-16 units
 * @param recordBytes longest record: a line, a JSON object, a CSV row, a text file
 * @param expandedBytes largest compressed file, uncompressed
 * @param expansion how many times larger than its compressed form a file may be
 */
public record Limits(int textLength, int recordBytes, long expandedBytes, int expansion)
    implements Serializable {

  /** A million units, 16 MB, 16 GB, a thousand times. */
  public static final Limits DEFAULT = new Limits(1_000_000, 16 << 20, 16L << 30, 1000);

  public Limits {
    atLeastOne("textLength", textLength);
    atLeastOne("recordBytes", recordBytes);
    atLeastOne("expandedBytes", expandedBytes);
    atLeastOne("expansion", expansion);
  }

  private static void atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; expected 1 or more.");
    }
  }
}
