package dev.broadsheet.summary;

import dev.broadsheet.article.Summary;
import dev.broadsheet.segment.SegmentedText;

/**
 * Sums an article up in sentences of its own. Holds buffers: one thread at a time, so each task
 * makes its own.
 */
public final class Summarizer {

  /** Weights of what is before and after a sentence, and the highest cosine of two picks. */
  private static final double BEFORE = -0.4;

  private static final double AFTER = 1.4;
  private static final double MOST_ALIKE = 0.5;

  private final SentenceVectors vectors = new SentenceVectors();
  private final Centrality centrality = new Centrality();
  private final Selection selection;
  private double[] scores = new double[64];
  private int[] words = new int[64];

  /**
   * @param budget the length of every summary
   */
  public Summarizer(Budget budget) {
    this.selection = new Selection(budget, MOST_ALIKE);
  }

  /**
   * The article's summary: ascending sentences of the body within the budget, at least one unless
   * the body has none but boilerplate.
   *
   * @param title empty if there is none
   * @param body the article's text
   * @return never null
   */
  public Summary summarize(SegmentedText title, SegmentedText body) {
    vectors.read(body);
    centrality.compute(vectors);
    reserve(body.sentenceCount());
    for (int i = 0; i < body.sentenceCount(); i++) {
      words[i] = Boilerplate.words(body, body.firstToken(i), body.endToken(i));
      scores[i] = Boilerplate.matches(body, i) ? Double.NEGATIVE_INFINITY : score(i);
    }
    return selection.select(body, vectors, scores, words);
  }

  private double score(int sentence) {
    return BEFORE * centrality.before(sentence) + AFTER * centrality.after(sentence);
  }

  private void reserve(int sentences) {
    if (scores.length < sentences) {
      scores = new double[sentences * 2];
      words = new int[sentences * 2];
    }
  }
}
