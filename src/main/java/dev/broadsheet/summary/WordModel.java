package dev.broadsheet.summary;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The probability that a person's summary of an article uses one of its words: the log-odds of the
 * word's place and count in the article, plus what is known of the word itself (after Hong and
 * Nenkova, "Improving the Estimation of Word Importance for News Multi-Document Summarization",
 * EACL 2014). Immutable, safe to share.
 */
final class WordModel {

  private static final int PLACES = 7;
  private static final int COUNTS = 5;

  /** Cells of place, count and capital. */
  static final int CELLS = PLACES * COUNTS * 2;

  private final float[] cells;
  private final long[] words;
  private final float[] offsets;
  private final double[] cellOdds;

  /** The words by open addressing, for speed; at most half full. */
  private final long[] table;

  private final double[] tableOdds;

  /**
   * Takes the arrays as its own.
   *
   * @param cells log-odds by {@link #cell}
   * @param words terms, ascending as signed numbers
   * @param offsets what each of these words adds to the log-odds
   */
  WordModel(float[] cells, long[] words, float[] offsets) {
    this.cells = cells;
    this.words = words;
    this.offsets = offsets;
    this.cellOdds = odds(cells);
    this.table = new long[Integer.highestOneBit(words.length + 1) * 4];
    this.tableOdds = new double[table.length];
    fillTable();
  }

  /** Words with an offset of their own. */
  int size() {
    return words.length;
  }

  void write(DataOutputStream out) throws IOException {
    TreeEnsemble.writeFloats(out, cells);
    TreeEnsemble.writeFloats(out, offsets);
    for (long word : words) {
      out.writeLong(word);
    }
  }

  static WordModel read(DataInputStream in) throws IOException {
    float[] cells = TreeEnsemble.readFloats(in);
    float[] offsets = TreeEnsemble.readFloats(in);
    long[] words = new long[offsets.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = in.readLong();
    }
    return new WordModel(cells, words, offsets);
  }

  /**
   * The cell of a word.
   *
   * @param sentence the first sentence with it
   * @param count how often the article has it
   */
  static int cell(int sentence, int count, boolean isCapital) {
    return (place(sentence) * COUNTS + countClass(count)) * 2 + (isCapital ? 1 : 0);
  }

  /** The word's probability, by its cell. */
  double probability(long term, int cell) {
    int slot = slot(term);
    double odds = table[slot] == term ? cellOdds[cell] * tableOdds[slot] : cellOdds[cell];
    return odds / (1 + odds);
  }

  private void fillTable() {
    for (int i = 0; i < words.length; i++) {
      int slot = slot(words[i]);
      table[slot] = words[i];
      tableOdds[slot] = StrictMath.exp(offsets[i]);
    }
  }

  /** Where the word is in the table, or the empty slot where it would be. */
  private int slot(long term) {
    int slot = (int) (term >>> 20) & (table.length - 1);
    while (table[slot] != 0 && table[slot] != term) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private static double[] odds(float[] logOdds) {
    double[] odds = new double[logOdds.length];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = StrictMath.exp(logOdds[i]);
    }
    return odds;
  }

  private static int place(int sentence) {
    if (sentence < 3) {
      return sentence;
    }
    return sentence < 5 ? 3 : sentence < 9 ? 4 : sentence < 16 ? 5 : 6;
  }

  private static int countClass(int count) {
    return count <= 3 ? count - 1 : count <= 5 ? 3 : 4;
  }
}
