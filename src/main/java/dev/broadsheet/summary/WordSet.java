package dev.broadsheet.summary;

import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/** A few words by their terms. Immutable, safe to share. */
final class WordSet {

  /** Most words are in no set; a look at a few bits of the term tells. */
  private static final int FILTER = 1024;

  private final long[] terms;
  private final boolean[] filter = new boolean[FILTER];

  private WordSet(long[] terms) {
    this.terms = terms;
    for (long term : terms) {
      filter[(int) term & (FILTER - 1)] = true;
    }
  }

  /** Of words set apart by white space. */
  static WordSet of(String words) {
    return new WordSet(
        Arrays.stream(words.strip().split("\\s+", -1)).mapToLong(Terms::of).sorted().toArray());
  }

  boolean contains(long term) {
    return filter[(int) term & (FILTER - 1)] && Arrays.binarySearch(terms, term) >= 0;
  }
}
