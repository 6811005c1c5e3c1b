package dev.broadsheet.topics.train;

import dev.broadsheet.topics.TopicModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a model card says of the training: data, counts, parameters, versions, limits. */
final class TrainingRecord {

  private static final String METHOD =
      "L2-regularised logistic regressions of all topics by stochastic gradient descent, where"
          + " labels tell, over TF-IDF words of the article and of its first words, and latent"
          + " concepts of articles, folded back into the words; short texts with headings add words that"
          + " count in briefs alone; probabilities (Platt scaling)"
          + " and thresholds from read articles, each judged by a fit that had not seen it.";

  private static final String LABELS =
      "One L2-regularised support vector machine a topic (squared hinge, dual coordinate descent)"
          + " over TF-IDF word 1-2-grams scaled by their count ratio; strength and vocabulary by"
          + " 3-fold cross-validation, Platt scaling and thresholds from its unseen documents.";

  private static final String KNOWN =
      " Features besides: the logits of a trained model's topics by its words, folded back into"
          + " the words.";

  private TrainingRecord() {}

  static Map<String, Object> of(
      TrainingPlan plan,
      List<Example> articles,
      List<Example> briefs,
      TermSelection selection,
      Map<String, Object> unseen) {
    Map<String, Object> record = new TreeMap<>();
    record.put("method", METHOD);
    record.put("settings", plan.settings());
    record.put("seed", plan.seed());
    record.put("attributions", attributions(plan));
    record.put("articles_by_source", counts(articles.stream().filter(Example::isLabelled)));
    record.put("articles_without_labels", articles.stream().filter(a -> !a.isLabelled()).count());
    record.put("briefs_by_source", counts(briefs.stream()));
    record.put("scores_on_unseen_articles", unseen);
    record.put("terms", selection.terms().size());
    record.put("data_hash", Long.toHexString(31 * hash(articles) + hash(briefs)));
    return record;
  }

  /**
   * Of a training on anyone's labels.
   *
   * @param model whose topics were features; null for none
   */
  static Map<String, Object> of(
      List<Example> documents, TermSelection selection, TopicModel model) {
    Map<String, Object> record = new TreeMap<>();
    record.put("method", model == null ? LABELS : LABELS + KNOWN);
    if (model != null) {
      record.put("known_topics", model.name() + "@" + model.fingerprint());
    }
    record.put("documents", documents.size());
    record.put("terms", selection.terms().size());
    record.put("data_hash", Long.toHexString(31 * hash(documents) + labelHash(documents)));
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

  private static Map<String, Integer> counts(Stream<Example> documents) {
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
