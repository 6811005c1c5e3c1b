package dev.broadsheet.language;

/**
 * OpenNLP's language model, compiled: for each sequence of one to three characters, a gram, what it
 * adds to the log of each language's probability.
 *
 * <p>A gram is a long, 16 bits a character after a leading 1, so grams are told apart exactly; they
 * lie in an open-addressing table. Those that speak for many languages have a row with all of them,
 * which is faster to add than a list of some. Immutable, safe to share.
 */
final class GramModel {

  /** Most characters of a gram. */
  static final int LONGEST = 3;

  /** The gram of no characters; {@code gram << 16 | c} is one longer. */
  static final long EMPTY = 1;

  /** Rows with more than this share of the languages are full ones. */
  private static final double FULL_ROW_SHARE = 0.33;

  private final int languages;
  private final int shift;

  /** Two elements a slot: the gram, and its row. */
  private final long[] table;

  private final byte[] columns;
  private final double[] weights;

  /** How many weights have their place; of use to the constructor only. */
  private int filled;

  /** Lays the weights out. */
  GramModel(GramWeights weights) {
    this.languages = weights.languages();
    int bits = 33 - Integer.numberOfLeadingZeros(weights.grams() * 3 / 4);
    this.shift = Long.SIZE - bits;
    this.table = new long[2 << bits];
    int[] size = {0};
    weights.forEach((gram, outcomes, parameters, from) -> size[0] += size(outcomes));
    this.columns = new byte[size[0]];
    this.weights = new double[size[0]];
    weights.forEach(this::place);
  }

  /** How many languages there are. */
  int languages() {
    return languages;
  }

  /** Names the weights of the gram, for {@link #add}: their begin and, in the low byte, number. */
  long row(long gram) {
    return table[slot(gram) + 1];
  }

  /** Adds the weights of the first {@code count} rows to the sums by language; uses up the rows. */
  void add(long[] rows, int count, double[] sums) {
    int full = 0;
    for (int i = 0; i < count; i++) {
      int begin = (int) (rows[i] >>> Byte.SIZE);
      int size = (int) rows[i] & 0xff;
      if (size == languages) {
        rows[full++] = begin;
      } else {
        addListed(begin, size, sums);
      }
    }
    addFull(rows, full, sums);
  }

  /** Four rows at a time: the memory that holds them is what takes the time. */
  private void addFull(long[] begins, int count, double[] sums) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      addFour((int) begins[i], (int) begins[i + 1], (int) begins[i + 2], (int) begins[i + 3], sums);
    }
    for (; i < count; i++) {
      addOne((int) begins[i], sums);
    }
  }

  private void addFour(int a, int b, int c, int d, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (weights[a + i] + weights[b + i]) + (weights[c + i] + weights[d + i]);
    }
  }

  private void addOne(int begin, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weights[begin + i];
    }
  }

  private void addListed(int begin, int count, double[] sums) {
    for (int i = begin; i < begin + count; i++) {
      sums[columns[i]] += weights[i];
    }
  }

  private int size(int[] outcomes) {
    return outcomes.length > languages * FULL_ROW_SHARE ? languages : outcomes.length;
  }

  private void place(long gram, int[] outcomes, double[] parameters, int from) {
    int size = size(outcomes);
    int slot = slot(gram);
    table[slot] = gram;
    table[slot + 1] = (long) filled << Byte.SIZE | size;
    for (int i = 0; i < outcomes.length; i++) {
      int at = filled + (size == languages ? outcomes[i] : i);
      columns[at] = (byte) outcomes[i];
      weights[at] = parameters[from + i];
    }
    filled += size;
  }

  /** Where the gram is, or the free place where it would be, whose row is empty. */
  private int slot(long gram) {
    int slot = (int) ((gram * 0x9e3779b97f4a7c15L) >>> shift) * 2;
    while (table[slot] != 0 && table[slot] != gram) {
      slot = (slot + 2) & (table.length - 1);
    }
    return slot;
  }
}
