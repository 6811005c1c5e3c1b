package dev.broadsheet.topics.train;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Articles as the fit sees them: terms of the whole, then terms of the lead, then latent concepts.
 * Immutable.
 *
 * @param whole the terms of whole articles
 * @param lead the terms of leads, whose columns come after them
 * @param leadWeight the length of a lead's vector
 * @param concepts found in whole articles
 */
record ArticleVectors(
    TermSelection whole, TermSelection lead, double leadWeight, LatentConcepts concepts) {

  /** Selects terms and finds concepts, in labelled articles and in others. */
  static ArticleVectors of(TrainingPlan.Settings settings, List<Example> articles, long seed) {
    int least = settings.leastDocuments();
    TermSelection whole = TermSelection.of(articles, least, settings.mostTerms());
    TermSelection lead = TermSelection.of(articles, Example::lead, least, settings.mostLeadTerms());
    LatentConcepts concepts =
        LatentConcepts.of(
            vectors(new SparseMatrix(articles, whole)),
            whole.terms().size(),
            settings.concepts(),
            settings.conceptWeight(),
            seed);
    return new ArticleVectors(whole, lead, settings.leadWeight(), concepts);
  }

  /** The number of columns. */
  int columns() {
    return terms() + concepts.size();
  }

  private int terms() {
    return whole.terms().size() + lead.terms().size();
  }

  /**
   * A row each.
   *
   * @param weights one a document
   */
  List<Row> rows(List<Example> documents, float[] weights) {
    List<SparseVector> wholes = vectors(new SparseMatrix(documents, whole));
    List<SparseVector> leads = vectors(new SparseMatrix(documents, Example::lead, lead));
    return IntStream.range(0, documents.size())
        .mapToObj(
            i ->
                new Row(
                    vector(wholes.get(i), leads.get(i)),
                    documents.get(i).truth(),
                    weights[i],
                    null))
        .toList();
  }

  private SparseVector vector(SparseVector ofWhole, SparseVector ofLead) {
    return ofWhole
        .and(ofLead, whole.terms().size(), (float) leadWeight)
        .and(concepts.project(ofWhole), terms(), 1);
  }

  /** The weights of a topic: one a term, with what its concepts say of it. */
  float[] weights(JointFit fit, int topic) {
    int terms = terms();
    float[] conceptWeights = new float[concepts.size()];
    for (int concept = 0; concept < conceptWeights.length; concept++) {
      conceptWeights[concept] = fit.weight(terms + concept, topic);
    }
    float[] weights = new float[terms];
    for (int term = 0; term < terms; term++) {
      boolean isWhole = term < whole.terms().size();
      double ofConcepts = isWhole ? concepts.weight(term, conceptWeights) : 0;
      weights[term] = (float) (fit.weight(term, topic) + ofConcepts);
    }
    return weights;
  }

  static List<SparseVector> vectors(SparseMatrix matrix) {
    return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toList();
  }
}
