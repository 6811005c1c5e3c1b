package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Linear;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model card says of the training: data, counts, parameters, versions, limits. */
final class TrainingRecord {

  private static final String METHOD =
      "One L2-regularised logistic regression a topic over TF-IDF word 1-2-grams, trained where a"
          + " source can tell; Platt scaling and thresholds on every tenth document, held back.";

  private static final String RULES =
      "Topics with a labelling rule have noisy training labels made by phrases; those words were"
          + " hidden from the fit in half of the positive documents.";

  private static final String TEACHER =
      "Topics that no label tells were filled in by logistic regressions on sentence embeddings,"
          + " where these were sure; the embedding model is not part of this one.";

  private static final String LABELS =
      "One L2-regularised support vector machine a topic (squared hinge) over TF-IDF word"
          + " 1-2-grams scaled by their count ratio; strength and vocabulary by 3-fold"
          + " cross-validation, Platt scaling and thresholds from its unseen documents.";

  private TrainingRecord() {}

  static Map<String, Object> of(
      TrainingPlan plan, List<Example> documents, int rows, TermSelection selection) {
    Map<String, Object> record = new TreeMap<>();
    record.put("method", METHOD);
    record.put("labelling_rules", plan.rules().isEmpty() ? "none" : RULES);
    record.put("teacher", plan.settings().teacher() ? TEACHER : "none");
    record.put("settings", plan.settings());
    record.put("seed", plan.seed());
    record.put("documents_by_source", counts(documents));
    record.put("training_rows", rows);
    record.put("terms", selection.terms().size());
    record.put("data_hash", Long.toHexString(hash(documents)));
    record.put("solver", "liblinear " + Linear.getVersion());
    return record;
  }

  /** Of a training on anyone's labels. */
  static Map<String, Object> of(List<Example> documents, TermSelection selection) {
    Map<String, Object> record = new TreeMap<>();
    record.put("method", LABELS);
    record.put("documents", documents.size());
    record.put("terms", selection.terms().size());
    record.put("data_hash", Long.toHexString(hash(documents)));
    record.put("solver", "liblinear " + Linear.getVersion());
    return record;
  }

  private static Map<String, Integer> counts(List<Example> documents) {
    Map<String, Integer> counts = new TreeMap<>();
    documents.forEach(document -> counts.merge(document.source(), 1, Integer::sum));
    return counts;
  }

  private static long hash(List<Example> documents) {
    long hash = 1;
    for (Example document : documents) {
      hash = 31 * hash + document.contentHash();
    }
    return hash;
  }
}
