package dev.broadsheet.language;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The probabilities that OpenNLP's LanguageDetectorME would give, by a {@link GramModel}. One
 * thread at a time.
 *
 * <p>Each gram counts once, however often it occurs. Grams are added up in another order than
 * OpenNLP's, which is that of a HashMap, so probabilities are equal to some 1e-13; where the two
 * best are nearer than {@value #NEAR_TIE} to each other, OpenNLP itself is asked.
 */
final class CompiledDetector implements Detector {

  private static final double NEAR_TIE = 1e-9;

  private final GramModel model;
  private final Supplier<Detector> openNlp;
  private Detector stock;
  private final PlainText text = new PlainText();
  private final double[] sums;

  /** A bit for each row of the model, set while the text is read if it has the row's gram. */
  private final long[] seen;

  private int[] rows = new int[2048];
  private int rowCount;

  /**
   * @param openNlp asked for near ties only, as it may be slow to load
   */
  CompiledDetector(GramModel model, Supplier<Detector> openNlp) {
    this.model = model;
    this.openNlp = openNlp;
    this.sums = new double[model.languages()];
    this.seen = new long[model.rows() / Long.SIZE + 1];
  }

  @Override
  public double[] probabilities(String source) {
    text.load(source);
    rowCount = 0;
    reserve(GramModel.LONGEST * text.length());
    for (int i = 0; i < text.length(); i++) {
      collectRows(i);
    }
    forgetRows();
    Arrays.fill(sums, 0);
    model.add(rows, rowCount, sums);
    exponentiate();
    return isNearTie() ? askOpenNlp(source) : sums;
  }

  private double[] askOpenNlp(String source) {
    stock = stock == null ? openNlp.get() : stock;
    return stock.probabilities(source);
  }

  private void collectRows(int begin) {
    long gram = GramModel.EMPTY;
    int place = 0;
    int end = Math.min(begin + GramModel.LONGEST, text.length());
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      gram = gram << Character.SIZE | c;
      place = GramModel.longer(place, model.code(c));
      collect(place < 0 ? model.otherRow(gram) : model.asciiRow(place));
    }
  }

  private void collect(int row) {
    long bit = 1L << row;
    if (row != GramModel.NONE && (seen[row / Long.SIZE] & bit) == 0) {
      seen[row / Long.SIZE] |= bit;
      rows[rowCount++] = row;
    }
  }

  private void forgetRows() {
    for (int i = 0; i < rowCount; i++) {
      seen[rows[i] / Long.SIZE] = 0;
    }
  }

  private void reserve(int most) {
    if (rows.length < most) {
      rows = new int[most];
    }
  }

  /** StrictMath, as OpenNLP does: the same on every machine. */
  private void exponentiate() {
    double normal = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = StrictMath.exp(sums[i]);
      normal += sums[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= normal;
    }
  }

  private boolean isNearTie() {
    double best = 0;
    double second = 0;
    for (double probability : sums) {
      second = Math.max(second, Math.min(best, probability));
      best = Math.max(best, probability);
    }
    return !(best - second > NEAR_TIE);
  }
}
