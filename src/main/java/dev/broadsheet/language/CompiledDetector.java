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
    reserve(GramModel.LONGEST * text.length() + 1);
    collectRows();
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

  /** The rows of all grams, each once. */
  private void collectRows() {
    seen[0] = 1L << GramModel.NONE;
    long gram = 0;
    int place = 0;
    int coded = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = model.code(c);
      gram = gram << Character.SIZE | c;
      place = GramModel.longer(place, code);
      coded = code == 0 ? 0 : coded + 1;
      for (int length = Math.min(i + 1, GramModel.LONGEST); length > 0; length--) {
        collect(coded < length ? model.otherRow(gram, length) : model.codedRow(place, length));
      }
    }
  }

  /** Without a branch, as no one can tell whether a gram is new. */
  private void collect(int row) {
    long before = seen[row / Long.SIZE];
    seen[row / Long.SIZE] = before | 1L << row;
    rows[rowCount] = row;
    rowCount += (int) (~before >>> row) & 1;
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
