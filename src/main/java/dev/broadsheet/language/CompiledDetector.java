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
  private long[] seen = new long[4096];
  private long[] rows = new long[2048];

  /**
   * @param openNlp asked for near ties only, as it may be slow to load
   */
  CompiledDetector(GramModel model, Supplier<Detector> openNlp) {
    this.model = model;
    this.openNlp = openNlp;
    this.sums = new double[model.languages()];
  }

  @Override
  public double[] probabilities(String source) {
    text.load(source);
    Arrays.fill(sums, 0);
    forgetGrams();
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count = collectGrams(i, count);
    }
    model.add(rows, count, sums);
    exponentiate();
    return isNearTie() ? askOpenNlp(source) : sums;
  }

  private double[] askOpenNlp(String source) {
    stock = stock == null ? openNlp.get() : stock;
    return stock.probabilities(source);
  }

  private int collectGrams(int begin, int count) {
    int rowCount = count;
    long gram = GramModel.EMPTY;
    int end = Math.min(begin + GramModel.LONGEST, text.length());
    for (int i = begin; i < end; i++) {
      gram = gram << Character.SIZE | text.charAt(i);
      if (isNew(gram)) {
        rows[rowCount++] = model.row(gram);
      }
    }
    return rowCount;
  }

  private void forgetGrams() {
    int most = GramModel.LONGEST * text.length();
    if (2 * most > seen.length) {
      seen = new long[2 * Integer.highestOneBit(2 * most)];
      rows = new long[most];
    } else {
      Arrays.fill(seen, 0);
    }
  }

  private boolean isNew(long gram) {
    int slot = (int) ((gram * 0x9e3779b97f4a7c15L) >>> 32) & (seen.length - 1);
    while (seen[slot] != 0) {
      if (seen[slot] == gram) {
        return false;
      }
      slot = (slot + 1) & (seen.length - 1);
    }
    seen[slot] = gram;
    return true;
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
