package dev.broadsheet.segment;

/**
 * Where short words are split, remembered. A word of up to {@value #LONGEST} Latin-1 characters,
 * curly quotes and dashes is two longs, so look-ups are exact and make no strings. A new word takes
 * the place of an older one with the same slot, so the size is bounded: 1.3 MB, which holds nearly
 * all words of news. One thread at a time.
 */
final class WordCache {

  /** Most characters of a word that fits. */
  static final int LONGEST = 16;

  /** What {@link #find} gives for an unknown word; no word has this bit. */
  static final int UNKNOWN = 1;

  private static final int SLOT_BITS = 16;

  /** Dashes and quotes, hyphen to narrow space, have the bytes of Latin-1's second controls. */
  private static final int PUNCTUATION = 0x2010;

  private static final int CONTROLS = 0x80;
  private static final int CONTROLS_END = 0xa0;

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

  /** Up to eight characters as one long; 0 if one has no byte, or there are none. */
  private static long pack(char[] text, int begin, int end) {
    long packed = 0;
    for (int i = begin; i < end; i++) {
      int c = pack(text[i]);
      if (c == 0) {
        return 0;
      }
      packed = packed << Byte.SIZE | c;
    }
    return packed;
  }

  /** The character's byte; 0 if it has none, as NUL. */
  private static int pack(char c) {
    if (c < CONTROLS || (c >= CONTROLS_END && c <= 0xff)) {
      return c;
    }
    int punctuation = c - PUNCTUATION + CONTROLS;
    return punctuation >= CONTROLS && punctuation < CONTROLS_END ? punctuation : 0;
  }
}
