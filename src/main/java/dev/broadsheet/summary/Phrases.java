package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/** A few phrases of up to five words by the hashes of their terms. Immutable, safe to share. */
final class Phrases {

  private static final int MOST_WORDS = 5;

  private final long[] hashes;
  private final WordSet starts;

  private Phrases(long[] hashes, WordSet starts) {
    this.hashes = hashes;
    this.starts = starts;
  }

  /** Of phrases set apart by semicolons or line breaks, their words by spaces. */
  static Phrases of(String phrases) {
    String[] list = phrases.strip().split("\\s*[;\n]\\s*", -1);
    String starts = String.join(" ", Arrays.stream(list).map(p -> p.split(" ", 2)[0]).toList());
    return new Phrases(
        Arrays.stream(list).mapToLong(Phrases::hash).sorted().toArray(), WordSet.of(starts));
  }

  /**
   * The end of the longest phrase that begins at a token: one past its last token, or -1. Signs
   * between words do not count.
   */
  int match(SegmentedText text, int token, int end) {
    int matched = -1;
    if (!starts.contains(text.term(token))) {
      return matched;
    }
    long hash = 0;
    int words = 0;
    for (int t = token; t < end && words < MOST_WORDS; t++) {
      if (text.term(t) != Terms.NONE) {
        words++;
        hash = Terms.bigram(hash, text.term(t));
        matched = Arrays.binarySearch(hashes, hash) >= 0 ? t + 1 : matched;
      }
    }
    return matched;
  }

  /** Whether a phrase begins at the token. */
  boolean matches(SegmentedText text, int token, int end) {
    return match(text, token, end) >= 0;
  }

  private static long hash(String phrase) {
    long hash = 0;
    for (String word : phrase.split(" ", -1)) {
      hash = Terms.bigram(hash, Terms.of(word));
    }
    return hash;
  }
}
