package dev.broadsheet.language;

/**
 * OpenNLP's language model, compiled: for each sequence of one to three characters, a gram, what it
 * adds to the log of each language's probability.
 *
 * <p>A gram's weights are a row. Those that speak for many languages have a row with all of them,
 * which is faster to add than a list of some; these rows come first. Grams of ASCII, which is what
 * English is made of, find their row in a small table by the characters themselves; all others are
 * longs, 16 bits a character after a leading 1, in an open-addressing table. Immutable, safe to
 * share.
 */
final class GramModel {

  /** Most characters of a gram. */
  static final int LONGEST = 3;

  /** The gram of no characters; {@code gram << 16 | c} is one longer. */
  static final long EMPTY = 1;

  /** The row of a gram that the model does not know. */
  static final int NONE = 0;

  /** Rows with more than this share of the languages are full ones. */
  private static final double FULL_ROW_SHARE = 0.33;

  /** The characters that most grams of most texts are made of: so few that their table is small. */
  private static final String CODED = " abcdefghijklmnopqrstuvwxyz,.'\"";

  private static final int CODE_BITS = 5;

  private final int languages;
  private final int rows;

  /** Of each character its number, from 1, if it has one. */
  private final byte[] codes = codes();

  /** The rows of grams of such characters, by these numbers. */
  private final int[] coded = new int[1 << (LONGEST * CODE_BITS)];

  /** Two elements a slot: another gram, and its row. */
  private final long[] others;

  private final int shift;

  /** Rows from 1 to this one are full. */
  private final int lastFull;

  /**
   * Each row an array of its own: where one index goes through all of a loop's arrays, the JVM
   * compiles the loop to vector instructions; with an offset into one of them, it does not.
   */
  private final double[][] full;

  /** Where the rows after the full ones begin in the lists, and one more. */
  private final int[] starts;

  private final byte[] columns;
  private final double[] listed;

  /** Lays the weights out. */
  GramModel(GramWeights weights) {
    this.languages = weights.languages();
    int bits = 33 - Integer.numberOfLeadingZeros(weights.grams() * 3 / 4);
    this.shift = Long.SIZE - bits;
    this.others = new long[2 << bits];
    Layout size = new Layout();
    weights.forEach((gram, outcomes, parameters, from) -> size.count(outcomes));
    this.lastFull = size.fullRows;
    this.rows = size.fullRows + size.listedRows;
    this.full = new double[lastFull + 1][languages];
    this.starts = new int[size.listedRows + 2];
    this.columns = new byte[size.listedWeights];
    this.listed = new double[size.listedWeights];
    weights.forEach(new Layout()::place);
  }

  /** How many languages there are. */
  int languages() {
    return languages;
  }

  /** The number of the last row; the first is 1. */
  int rows() {
    return rows;
  }

  /** The number of a character, from 1; 0 if it has none. */
  int code(char c) {
    return c < codes.length ? codes[c] : 0;
  }

  /** The numbers of some characters in a row, the last ones lowest, and of one more. */
  static int longer(int place, int code) {
    return place << CODE_BITS | code;
  }

  /** The row of the gram of the last characters, all with numbers. */
  int codedRow(int place, int length) {
    return coded[place & ((1 << (length * CODE_BITS)) - 1)];
  }

  /** The row of the gram of the last characters, 16 bits each, of which one has no number. */
  int otherRow(long characters, int length) {
    long end = 1L << (length * Character.SIZE);
    return (int) others[slot((characters & (end - 1)) | end) + 1];
  }

  /** Adds the weights of the first {@code count} rows to the sums by language; uses up the rows. */
  void add(int[] someRows, int count, double[] sums) {
    int fullCount = 0;
    for (int i = 0; i < count; i++) {
      int row = someRows[i];
      if (row <= lastFull) {
        someRows[fullCount++] = row;
      } else {
        addListed(row - lastFull, sums);
      }
    }
    addFull(someRows, fullCount, sums);
  }

  /** Four rows at a time, so that the sums are read and written once for them. */
  private void addFull(int[] someRows, int count, double[] sums) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      addFour(
          full[someRows[i]],
          full[someRows[i + 1]],
          full[someRows[i + 2]],
          full[someRows[i + 3]],
          sums);
    }
    for (; i < count; i++) {
      addOne(full[someRows[i]], sums);
    }
  }

  private static void addFour(double[] a, double[] b, double[] c, double[] d, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (a[i] + b[i]) + (c[i] + d[i]);
    }
  }

  private static void addOne(double[] row, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row[i];
    }
  }

  private void addListed(int row, double[] sums) {
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      sums[columns[i]] += listed[i];
    }
  }

  private void setRow(long gram, int row) {
    int place = 0;
    boolean isCoded = true;
    for (int bits = Character.SIZE * (length(gram) - 1); bits >= 0; bits -= Character.SIZE) {
      int code = code((char) (gram >>> bits));
      place = longer(place, code);
      isCoded &= code != 0;
    }
    if (isCoded) {
      coded[place] = row;
    } else {
      others[slot(gram)] = gram;
      others[slot(gram) + 1] = row;
    }
  }

  private static int length(long gram) {
    return (Long.SIZE - 1 - Long.numberOfLeadingZeros(gram)) / Character.SIZE;
  }

  /** Where the gram is, or the free place where it would be, whose row is 0. */
  private int slot(long gram) {
    int slot = (int) ((gram * 0x9e3779b97f4a7c15L) >>> shift) * 2;
    while (others[slot] != 0 && others[slot] != gram) {
      slot = (slot + 2) & (others.length - 1);
    }
    return slot;
  }

  private static byte[] codes() {
    byte[] codes = new byte[128];
    for (int i = 0; i < CODED.length(); i++) {
      codes[CODED.charAt(i)] = (byte) (i + 1);
    }
    return codes;
  }

  /** Numbers the rows, once to count them and once to fill them. */
  private final class Layout {

    private int fullRows;
    private int listedRows;
    private int listedWeights;

    /** Counts a row in and says whether it is full. */
    private boolean count(int[] outcomes) {
      boolean isFull = outcomes.length > languages * FULL_ROW_SHARE;
      if (isFull) {
        fullRows++;
      } else {
        listedRows++;
        listedWeights += outcomes.length;
      }
      return isFull;
    }

    private void place(long gram, int[] outcomes, double[] parameters, int from) {
      int begin = listedWeights;
      if (count(outcomes)) {
        setRow(gram, fullRows);
        for (int i = 0; i < outcomes.length; i++) {
          full[fullRows][outcomes[i]] = parameters[from + i];
        }
      } else {
        setRow(gram, lastFull + listedRows);
        for (int i = 0; i < outcomes.length; i++) {
          columns[begin + i] = (byte) outcomes[i];
          listed[begin + i] = parameters[from + i];
        }
        starts[listedRows + 1] = listedWeights;
      }
    }
  }
}
