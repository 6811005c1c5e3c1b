package dev.broadsheet.summary;

import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/** A few words or phrases by their terms, in one list or some. Immutable, safe to share. */
final class WordSet {

  /** An open-addressing table, sparse, as nearly every term looked up is not here. */
  private final long[] table;

  /** By place in the table the term's list, from 1. */
  private final byte[] lists;

  private WordSet(long[][] terms) {
    int count = Arrays.stream(terms).mapToInt(list -> list.length).sum();
    table = new long[Integer.highestOneBit(count) * 8];
    lists = new byte[table.length];
    for (int list = 0; list < terms.length; list++) {
      for (long term : terms[list]) {
        lists[slot(term)] = (byte) (list + 1);
        table[slot(term)] = term;
      }
    }
  }

  /** Of words set apart by white space, a list each; no word is in two. */
  static WordSet of(String... lists) {
    return new WordSet(Arrays.stream(lists).map(WordSet::terms).toArray(long[][]::new));
  }

  /** Of terms, at least one, none of them {@link Terms#NONE}. */
  static WordSet of(long... terms) {
    return new WordSet(new long[][] {terms});
  }

  private static long[] terms(String words) {
    return Arrays.stream(words.strip().split("\\s+", -1)).mapToLong(Terms::of).toArray();
  }

  boolean contains(long term) {
    return term != Terms.NONE && table[slot(term)] == term;
  }

  /** The number of the list that has the term, from 1; 0 if none has. */
  int list(long term) {
    return term == Terms.NONE ? 0 : lists[slot(term)];
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
