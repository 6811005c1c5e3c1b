package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Calibration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What short texts with headings of their own teach about briefs, on top of what articles taught:
 * weights that count in texts without a word beyond the lead, and in no other. So an article's
 * topics are what its readers said, whatever heads short items.
 */
final class BriefFit {

  private final TermSelection selection;

  /** Null if there are no briefs. */
  private final JointFit fit;

  /** Of each topic of the articles' fit. */
  private final Calibration[] calibrations;

  private BriefFit(TermSelection selection, JointFit fit, Calibration[] calibrations) {
    this.selection = selection;
    this.fit = fit;
    this.calibrations = calibrations;
  }

  /**
   * Fits.
   *
   * @param briefs labelled; if there are none, nothing is added
   * @param rows as the articles' fit sees them
   * @param articles its logits are what is added to
   */
  static BriefFit of(
      TrainingPlan.Settings settings,
      List<Example> briefs,
      List<Row> rows,
      JointFit articles,
      Calibration[] calibrations,
      long seed) {
    TermSelection selection =
        TermSelection.of(briefs, settings.leastDocuments(), settings.mostBriefTerms());
    List<SparseVector> vectors = ArticleVectors.vectors(new SparseMatrix(briefs, selection));
    List<Row> own =
        IntStream.range(0, briefs.size())
            .mapToObj(
                i ->
                    new Row(
                        vectors.get(i),
                        rows.get(i).truth(),
                        rows.get(i).weight(),
                        offsets(articles.logits(rows.get(i)), calibrations)))
            .toList();
    JointFit fit =
        own.isEmpty()
            ? null
            : JointFit.of(
                own, selection.terms().size(), settings.briefStrength(), settings.epochs(), seed);
    return new BriefFit(selection, fit, calibrations);
  }

  /** The logits of probabilities, which calibration makes of those of a fit. */
  private static float[] offsets(float[] logits, Calibration[] calibrations) {
    float[] offsets = new float[logits.length];
    for (int topic = 0; topic < offsets.length; topic++) {
      Calibration of = calibrations[topic];
      offsets[topic] = (float) (of.slope() * logits[topic] + of.intercept());
    }
    return offsets;
  }

  TermSelection selection() {
    return selection;
  }

  /** Of each term for a topic, before calibration. */
  float[] weights(int topic) {
    float[] weights = new float[selection.terms().size()];
    for (int term = 0; term < weights.length; term++) {
      weights[term] = (float) (fit.weight(term, topic) / calibrations[topic].slope());
    }
    return weights;
  }

  /** What each brief's logit has besides, before calibration. */
  double bias(int topic) {
    return fit == null ? 0 : fit.bias(topic) / calibrations[topic].slope();
  }
}
