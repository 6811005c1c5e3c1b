package dev.broadsheet.topics;

import dev.broadsheet.segment.Terms;

/**
 * Terms and their rows: an open-addressing hash table with linear probing. Immutable, safe to
 * share.
 */
public final class TermTable {

  /** The row of a term that is not known. */
  public static final int UNKNOWN = -1;

  private final long[] keys;
  private final int[] rows;
  private final int mask;

  /**
   * Of the terms of the rows in {@code [begin, end)}.
   *
   * @throws IllegalArgumentException if one of them is there twice
   */
  public TermTable(long[] terms, int begin, int end) {
    int capacity = Integer.highestOneBit(Math.max(8, end - begin) * 2 - 1) * 2;
    keys = new long[capacity];
    rows = new int[capacity];
    mask = capacity - 1;
    for (int row = begin; row < end; row++) {
      put(terms[row], row);
    }
  }

  /** The row of a term, {@link #UNKNOWN} if it has none. */
  public int row(long term) {
    // A term's low bits are already mixed.
    for (int slot = (int) term & mask; keys[slot] != Terms.NONE; slot = (slot + 1) & mask) {
      if (keys[slot] == term) {
        return rows[slot];
      }
    }
    return UNKNOWN;
  }

  private void put(long term, int row) {
    int slot = (int) term & mask;
    while (keys[slot] != Terms.NONE) {
      if (keys[slot] == term) {
        throw new IllegalArgumentException("A vocabulary has the term " + term + " twice.");
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = term;
    rows[slot] = row;
  }
}
