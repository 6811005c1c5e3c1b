package dev.broadsheet.summary;

import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/** A few words or phrases by their terms. Immutable, safe to share. */
final class WordSet {

  /** An open-addressing table, sparse, as nearly every term looked up is not here. */
  private final long[] table;

  private WordSet(long[] terms) {
    table = new long[Integer.highestOneBit(terms.length) * 8];
    Arrays.stream(terms).forEach(term -> table[slot(term)] = term);
  }

  /** Of words set apart by white space. */
  static WordSet of(String words) {
    return of(Arrays.stream(words.strip().split("\\s+", -1)).mapToLong(Terms::of).toArray());
  }

  /** Of terms, at least one, none of them {@link Terms#NONE}. */
  static WordSet of(long... terms) {
    return new WordSet(terms);
  }

  boolean contains(long term) {
    return term != Terms.NONE && table[slot(term)] == term;
  }

  /** Where the term is, or the free place where it would be. A term's low bits are mixed. */
  private int slot(long term) {
    int slot = (int) term & (table.length - 1);
    while (table[slot] != Terms.NONE && table[slot] != term) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
