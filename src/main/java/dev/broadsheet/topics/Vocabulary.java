package dev.broadsheet.topics;

import dev.broadsheet.segment.Terms;

/**
 * The known terms, each with its row and inverse document frequency: an open-addressing hash table
 * with linear probing. Immutable, safe to share.
 */
final class Vocabulary {

  private final long[] terms;
  private final float[] idf;
  private final long[] keys;
  private final int[] rows;
  private final int mask;

  /**
   * Numbers the terms in their order; takes the arrays as its own.
   *
   * @param terms distinct, none {@link Terms#NONE}
   */
  Vocabulary(long[] terms, float[] idf) {
    this.terms = terms;
    this.idf = idf;
    int capacity = Integer.highestOneBit(Math.max(8, terms.length) * 2 - 1) * 2;
    keys = new long[capacity];
    rows = new int[capacity];
    mask = capacity - 1;
    for (int row = 0; row < terms.length; row++) {
      put(terms[row], row);
    }
  }

  int size() {
    return terms.length;
  }

  /** The term of a row. */
  long term(int row) {
    return terms[row];
  }

  /** The inverse document frequency of a row's term. */
  float idf(int row) {
    return idf[row];
  }

  /** The row of a term, -1 if it is not known. */
  int row(long term) {
    // A term's low bits are already mixed.
    for (int slot = (int) term & mask; keys[slot] != Terms.NONE; slot = (slot + 1) & mask) {
      if (keys[slot] == term) {
        return rows[slot];
      }
    }
    return -1;
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
