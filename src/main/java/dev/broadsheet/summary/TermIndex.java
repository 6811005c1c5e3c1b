package dev.broadsheet.summary;

import java.util.Arrays;

/**
 * Numbers the distinct terms of one article from 0, in order of appearance. Open addressing with
 * linear probing; the table is kept and cleared from article to article. One thread.
 */
final class TermIndex {

  private static final int ABSENT = -1;

  private long[] keys = new long[1024];
  private int[] numbers = new int[1024];
  private int size;

  /** Forgets all terms; makes room for so many tokens. */
  void reset(int tokens) {
    int wanted = Integer.highestOneBit(Math.max(tokens, 256)) << 2;
    if (wanted > keys.length) {
      keys = new long[wanted];
      numbers = new int[wanted];
    } else {
      Arrays.fill(keys, 0);
    }
    size = 0;
  }

  int size() {
    return size;
  }

  /** The term's number; a new one if it was not seen. The term is not 0. */
  int add(long term) {
    int slot = slot(term);
    if (keys[slot] == 0) {
      keys[slot] = term;
      numbers[slot] = size++;
    }
    return numbers[slot];
  }

  /** The term's number, or -1. */
  int find(long term) {
    int slot = slot(term);
    return keys[slot] == 0 ? ABSENT : numbers[slot];
  }

  private int slot(long term) {
    int mask = keys.length - 1;
    int slot = (int) (term >>> 20) & mask;
    while (keys[slot] != 0 && keys[slot] != term) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
