package dev.broadsheet.segment;

/**
 * The tokens of short words, remembered: where they part, their terms and kinds. A word of up to
 * {@value #LONGEST} Latin-1 characters, curly quotes and dashes is two longs, so look-ups are exact
 * and make no strings. All that is known of a word lies together, as memory is what look-ups wait
 * for. A word has one of {@value #PLACES} places, side by side. A new one takes a free place or the
 * last; each time it is met it changes places with the one before it, so that frequent words come
 * first and stay, and the size is bounded: 2 MB, which holds nearly all words of news. One thread
 * at a time.
 */
final class WordCache {

  /** Most characters of a word that fits. */
  static final int LONGEST = 16;

  /** Most tokens of a word that fits. */
  static final int MOST_TOKENS = 4;

  /** A place has the word's two halves, its shape, and its tokens' terms. */
  private static final int WIDTH = 8;

  private static final int PLACES = 4;
  private static final int BUCKET = PLACES * WIDTH;
  private static final int BUCKET_BITS = 13;

  private static final int SHAPE = 2;
  private static final int TERMS = 3;

  /** Dashes and quotes, hyphen to narrow space, have the bytes of Latin-1's second controls. */
  private static final int PUNCTUATION = 0x2010;

  private static final int CONTROLS = 0x80;
  private static final int CONTROLS_END = 0xa0;

  private final long[] slots = new long[BUCKET << BUCKET_BITS];
  private final long[] moved = new long[WIDTH];
  private long first;
  private long second;

  /** Where the word is, or could first be. */
  private int slot;

  /** Whether the word can be here; then it is the one that the methods below speak of. */
  boolean fits(char[] text, int begin, int end) {
    if (end - begin > LONGEST) {
      return false;
    }
    int middle = Math.min(end, begin + Long.BYTES);
    first = pack(text, begin, middle);
    second = pack(text, middle, end);
    long hash = first * 0x9e3779b97f4a7c15L ^ second * 0xc4ceb9fe1a85ec53L;
    slot = (int) (hash >>> (Long.SIZE - BUCKET_BITS)) * BUCKET;
    return first != 0 && (second != 0 || middle == end);
  }

  /** Whether the word is here. */
  boolean has() {
    return isAt(slot) || hasFurther();
  }

  private boolean hasFurther() {
    for (int place = slot + WIDTH; place < slot + BUCKET; place += WIDTH) {
      if (isAt(place)) {
        System.arraycopy(slots, place - WIDTH, moved, 0, WIDTH);
        System.arraycopy(slots, place, slots, place - WIDTH, WIDTH);
        System.arraycopy(moved, 0, slots, place, WIDTH);
        slot = place - WIDTH;
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int place) {
    return slots[place] == first && slots[place + 1] == second;
  }

  /** Adds the tokens of the word, which is here and lies at these places. */
  void addTo(Tokens tokens, int begin, int end) {
    long shape = slots[slot + SHAPE];
    long kinds = shape >>> LONGEST;
    int term = slot + TERMS;
    int from = begin;
    for (int left = (int) shape & ((1 << LONGEST) - 1); left != 0; left &= left - 1) {
      int to = begin + Integer.numberOfTrailingZeros(left);
      tokens.add(from, to, slots[term++], (int) kinds & ((1 << Tokens.KIND_BITS) - 1));
      kinds >>>= Tokens.KIND_BITS;
      from = to;
    }
    tokens.add(from, end, slots[term], (int) kinds);
  }

  /** Remembers the word if its tokens, the last ones from {@code from} on, are few enough. */
  void put(Tokens tokens, int from) {
    int count = tokens.count() - from;
    if (count > MOST_TOKENS) {
      return;
    }
    int last = slot + BUCKET - WIDTH;
    while (slot < last && slots[slot] != 0) {
      slot += WIDTH;
    }
    long shape = 0;
    for (int i = 0; i < count; i++) {
      int begin = tokens.places().begin(from + i) - tokens.places().begin(from);
      shape |= begin == 0 ? 0 : 1L << begin;
      shape |= (long) tokens.kind(from + i) << (LONGEST + i * Tokens.KIND_BITS);
      slots[slot + TERMS + i] = tokens.term(from + i);
    }
    slots[slot] = first;
    slots[slot + 1] = second;
    slots[slot + SHAPE] = shape;
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
