package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/** A few phrases of up to five words by the hashes of their terms. Immutable, safe to share. */
final class Phrases {

  private static final int MOST_WORDS = 5;

  private final WordSet hashes;
  private final WordSet starts;

  private Phrases(WordSet hashes, WordSet starts) {
    this.hashes = hashes;
    this.starts = starts;
  }

  /** Of phrases set apart by semicolons or line breaks, their words by spaces. */
  static Phrases of(String phrases) {
    String[] list = phrases.strip().split("\\s*[;\n]\\s*", -1);
    String starts = String.join(" ", Arrays.stream(list).map(p -> p.split(" ", 2)[0]).toList());
    return new Phrases(
        WordSet.of(Arrays.stream(list).mapToLong(Phrases::hash).toArray()), WordSet.of(starts));
  }

  /** One past the last word of the longest phrase that begins at a word, or -1. */
  int match(long[] terms, int from, int end) {
    int matched = -1;
    if (!starts.contains(terms[from])) {
      return matched;
    }
    long hash = 0;
    for (int i = from; i < Math.min(end, from + MOST_WORDS); i++) {
      hash = Terms.bigram(hash, terms[i]);
      matched = hashes.contains(hash) ? i + 1 : matched;
    }
    return matched;
  }

  /** Whether a phrase begins at the token. Signs between words do not count. */
  boolean matches(SegmentedText text, int token, int end) {
    if (!starts.contains(text.term(token))) {
      return false;
    }
    long hash = 0;
    int words = 0;
    for (int t = token; t < end && words < MOST_WORDS; t++) {
      if (text.term(t) != Terms.NONE) {
        words++;
        hash = Terms.bigram(hash, text.term(t));
        if (hashes.contains(hash)) {
          return true;
        }
      }
    }
    return false;
  }

  private static long hash(String phrase) {
    long hash = 0;
    for (String word : phrase.split(" ", -1)) {
      hash = Terms.bigram(hash, Terms.of(word));
    }
    return hash;
  }
}
