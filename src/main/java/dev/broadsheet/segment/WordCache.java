package dev.broadsheet.segment;

/**
 * Where short words are split, remembered. A word of up to {@value #LONGEST} Latin-1 characters is
 * two longs, so look-ups are exact and make no strings. A new word takes the place of an older one
 * with the same slot, so the size is bounded. One thread at a time.
 */
final class WordCache {

  /** Most characters of a word that fits. */
  static final int LONGEST = 16;

  /** What {@link #find} gives for an unknown word; no word has this bit. */
  static final int UNKNOWN = 1;

  private static final int SLOT_BITS = 13;

  private final long[] firsts = new long[1 << SLOT_BITS];
  private final long[] seconds = new long[1 << SLOT_BITS];
  private final int[] splits = new int[1 << SLOT_BITS];
  private long first;
  private long second;
  private int slot;

  /** Whether the word can be here; then it is the one that the methods below speak of. */
  boolean fits(char[] text, int begin, int end) {
    if (end - begin > LONGEST) {
      return false;
    }
    int middle = Math.min(end, begin + Long.BYTES);
    first = pack(text, begin, middle);
    second = pack(text, middle, end);
    slot =
        (int) ((first * 0x9e3779b97f4a7c15L ^ second * 0xc4ceb9fe1a85ec53L) >>> (64 - SLOT_BITS));
    return first != 0 && (second != 0 || middle == end);
  }

  /** The word's splits: bit i if a token ends before its character i; or {@link #UNKNOWN}. */
  int find() {
    return firsts[slot] == first && seconds[slot] == second ? splits[slot] : UNKNOWN;
  }

  /** Remembers the word's splits. */
  void put(int wordSplits) {
    firsts[slot] = first;
    seconds[slot] = second;
    splits[slot] = wordSplits;
  }

  /** Up to eight characters as one long; 0 if one is not Latin-1, or NUL, or there are none. */
  private static long pack(char[] text, int begin, int end) {
    long packed = 0;
    for (int i = begin; i < end; i++) {
      char c = text[i];
      if (c == 0 || c > 0xff) {
        return 0;
      }
      packed = packed << Byte.SIZE | c;
    }
    return packed;
  }
}
