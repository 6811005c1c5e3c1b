package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Linear;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model card says of the training: data, counts, parameters, versions, limits. */
final class TrainingRecord {

  private static final String METHOD =
      "L2-regularised logistic regressions of all topics over TF-IDF word 1-2-grams by stochastic"
          + " gradient descent, trained where a source or the teacher can tell; thresholds by a fit"
          + " without every tenth document, on these.";

  private static final String RULES =
      "Topics with a labelling rule have noisy training labels made by phrases.";

  private static final String TEACHER =
      "Where no label tells, the truth to learn is the probability by logistic regressions on"
          + " sentence embeddings (%s); the embedding model is not part of this one.";

  private static final String LABELS =
      "One L2-regularised support vector machine a topic (squared hinge) over TF-IDF word"
          + " 1-2-grams scaled by their count ratio; strength and vocabulary by 3-fold"
          + " cross-validation, Platt scaling and thresholds from its unseen documents.";

  private TrainingRecord() {}

  static Map<String, Object> of(
      TrainingPlan plan,
      List<Example> documents,
      int rows,
      TermSelection selection,
      String teacher) {
    Map<String, Object> record = new TreeMap<>();
    record.put("method", METHOD);
    record.put("labelling_rules", plan.rules().isEmpty() ? "none" : RULES);
    record.put("teacher", teacher == null ? "none" : TEACHER.formatted(teacher));
    record.put("settings", plan.settings());
    record.put("seed", plan.seed());
    record.put("attributions", attributions(plan));
    record.put("documents_by_source", counts(documents));
    record.put("training_rows", rows);
    record.put("terms", selection.terms().size());
    record.put("data_hash", Long.toHexString(hash(documents)));
    return record;
  }

  /** Of a training on anyone's labels. */
  static Map<String, Object> of(List<Example> documents, TermSelection selection) {
    Map<String, Object> record = new TreeMap<>();
    record.put("method", LABELS);
    record.put("documents", documents.size());
    record.put("terms", selection.terms().size());
    record.put("data_hash", Long.toHexString(31 * hash(documents) + labelHash(documents)));
    record.put("solver", "liblinear " + Linear.getVersion());
    return record;
  }

  private static long labelHash(List<Example> documents) {
    long hash = 1;
    for (Example document : documents) {
      hash = 31 * hash + document.labels().hashCode();
    }
    return hash;
  }

  private static Map<String, String> attributions(TrainingPlan plan) {
    Map<String, String> attributions = new TreeMap<>();
    for (TrainingPlan.Source source : plan.sources()) {
      if (source.attribution() != null) {
        attributions.put(source.name(), source.attribution());
      }
    }
    return attributions;
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
