package dev.broadsheet.topics;

/**
 * The known terms of whole articles, after them those of leads and those of briefs, each with its
 * row and inverse document frequency. Immutable, safe to share.
 */
final class Vocabulary {

  private final long[] terms;
  private final float[] idf;
  private final TermTable whole;
  private final TermTable lead;
  private final TermTable brief;

  /**
   * Numbers the terms in their order; takes the arrays as its own.
   *
   * @param terms distinct among each of the three kinds, none {@link
   *     dev.broadsheet.segment.Terms#NONE}
   * @param idf one a row
   * @param features tell where each kind begins
   */
  Vocabulary(long[] terms, float[] idf, Features features) {
    int firstLead = Math.min(features.firstLead(), terms.length);
    int firstBrief = Math.min(features.firstBrief(), terms.length);
    this.terms = terms;
    this.idf = idf;
    whole = new TermTable(terms, 0, firstLead);
    lead = new TermTable(terms, firstLead, firstBrief);
    brief = new TermTable(terms, firstBrief, terms.length);
  }

  int size() {
    return terms.length;
  }

  /** The term of a row. */
  long term(int row) {
    return terms[row];
  }

  /** The inverse document frequency of a row's term. */
  float idf(int row) {
    return idf[row];
  }

  /** The rows of whole articles' terms. */
  TermTable whole() {
    return whole;
  }

  /** The rows of leads' terms. */
  TermTable lead() {
    return lead;
  }

  /** The rows of briefs' terms. */
  TermTable brief() {
    return brief;
  }
}
