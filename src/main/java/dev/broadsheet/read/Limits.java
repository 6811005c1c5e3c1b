package dev.broadsheet.read;

import java.io.Serializable;

/**
 * Bounds on what is taken in.
 *
 * @param recordBytes longest record: a line, a JSON object, a CSV row, a text file
 * @param expandedBytes largest compressed file, uncompressed
 * @param expansion how many times larger than its compressed form a file may be
 */
public record Limits(int recordBytes, long expandedBytes, int expansion) implements Serializable {

  /** 16 MB, 16 GB, a thousand times. */
  public static final Limits DEFAULT = new Limits(16 << 20, 16L << 30, 1000);

  public Limits {
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
