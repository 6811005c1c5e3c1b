package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Features;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * From examples to a model directory's files: a linear model learns all topics at once, where
 * labels tell, over terms and the latent concepts of articles; what it learns of a concept becomes
 * weights of terms. Probabilities and thresholds come from articles that people, or what stands for
 * them, read, each judged by a fit that had seen neither it nor a copy of it. The same examples in
 * the same order give the same bytes.
 */
final class TopicTrainer {

  private static final int FOLDS = 5;

  private final TrainingPlan plan;
  private final Taxonomy taxonomy;
  private final Map<String, TrainingPlan.Source> sources = new HashMap<>();

  /** Of sources that were read, with those of their documents that were not; or all there are. */
  private final List<Example> articles;

  /** Short texts of other sources. */
  private final List<Example> briefs;

  private final ArticleVectors vectors;
  private final List<Row> rows;

  /**
   * Selects terms and finds concepts.
   *
   * @param documents by {@link ExampleMaker}
   */
  TopicTrainer(TrainingPlan plan, Taxonomy taxonomy, List<Example> documents) {
    this.plan = plan;
    this.taxonomy = taxonomy;
    plan.sources().forEach(source -> sources.put(source.name(), source));
    boolean isRead = plan.sources().stream().anyMatch(source -> source.readings() != null);
    articles = documents.stream().filter(document -> !isRead || isRead(document)).toList();
    briefs =
        documents.stream()
            .filter(document -> isRead && !isRead(document))
            .filter(document -> document.isBrief() && document.isLabelled())
            .toList();
    vectors = ArticleVectors.of(plan.settings(), articles, plan.seed());
    rows = vectors.rows(articles, weights(articles));
  }

  private boolean isRead(Example document) {
    return sources.get(document.source()).readings() != null;
  }

  private float[] weights(List<Example> documents) {
    float[] weights = new float[documents.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sources.get(documents.get(i).source()).weight();
    }
    return weights;
  }

  /** Fits without each fold, for probabilities and thresholds, and with all. */
  SortedMap<String, byte[]> train() throws IOException {
    CrossFit unseen = unseen();
    JointFit fit = fit(-1, new int[rows.size()]);
    BriefFit briefFit = briefFit(fit, unseen);
    List<FittedTopic> topics = new ArrayList<>();
    for (int topic = 0; topic < taxonomy.size(); topic++) {
      if (unseen.isGiven(topic)) {
        topics.add(unseen.fitted(topic, topicFit(topic, fit, briefFit)));
      }
    }
    requireTopics(topics);
    TermSelection selection = vectors.whole().and(vectors.lead());
    Features features = features(selection.terms().size());
    selection = selection.and(briefFit.selection());
    Map<String, Object> record =
        TrainingRecord.of(plan, articles, briefs, selection, unseen.scores());
    List<String> codes = topics.stream().map(topic -> topic.card().code()).toList();
    return FittedTopic.files(
        plan.name(), taxonomy.only(codes), features, selection, topics, record, false);
  }

  private BriefFit briefFit(JointFit fit, CrossFit unseen) {
    return BriefFit.of(
        plan.settings(),
        briefs,
        vectors.rows(briefs, weights(briefs)),
        fit,
        unseen.calibrations(),
        plan.seed());
  }

  private TopicFit topicFit(int topic, JointFit fit, BriefFit briefFit) {
    float[] ofArticles = vectors.weights(fit, topic);
    float[] ofBriefs = briefFit.weights(topic);
    float[] weights = Arrays.copyOf(ofArticles, ofArticles.length + ofBriefs.length);
    System.arraycopy(ofBriefs, 0, weights, ofArticles.length, ofBriefs.length);
    return new TopicFit(weights, fit.bias(topic), briefFit.bias(topic));
  }

  private void requireTopics(List<FittedTopic> topics) {
    if (topics.isEmpty()) {
      throw new IllegalArgumentException(
          "No topic of plan %s has %d documents and a precision of %.2f on unseen ones; give more"
                  .formatted(
                      plan.name(),
                      plan.settings().leastPositives(),
                      plan.settings().precisionFloor())
              + " documents, or set leastPositives or precisionFloor lower.");
    }
  }

  private Features features(int firstBrief) {
    TrainingPlan.Settings settings = plan.settings();
    return new Features(
        settings.bigrams(),
        settings.leadWords(),
        settings.leadWeight(),
        vectors.whole().terms().size(),
        firstBrief);
  }

  /** What fits without them say of the labelled articles. */
  private CrossFit unseen() {
    int[] folds = folds();
    float[][] logits = new float[rows.size()][];
    IntStream.range(0, FOLDS).parallel().forEach(fold -> judge(fold, folds, logits));
    List<Integer> judged =
        IntStream.range(0, folds.length).filter(i -> folds[i] >= 0).boxed().toList();
    return new CrossFit(
        plan.settings(),
        taxonomy,
        judged.stream().map(i -> logits[i]).toList(),
        judged.stream().map(articles::get).toList(),
        calibrating(judged));
  }

  private BitSet calibrating(List<Integer> judged) {
    boolean isAll = plan.sources().stream().noneMatch(TrainingPlan.Source::calibrates);
    BitSet calibrating = new BitSet();
    for (int i = 0; i < judged.size(); i++) {
      String source = articles.get(judged.get(i)).source();
      calibrating.set(i, isAll || sources.get(source).calibrates());
    }
    return calibrating;
  }

  private void judge(int fold, int[] folds, float[][] logits) {
    JointFit fit = fit(fold, folds);
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] == fold) {
        logits[i] = fit.logits(rows.get(i));
      }
    }
  }

  /** Copies of an article share a fold; -1 for one that nobody labelled. */
  private int[] folds() {
    int[] folds = new int[articles.size()];
    Arrays.setAll(
        folds,
        i ->
            articles.get(i).isLabelled()
                ? Math.floorMod(articles.get(i).opening() * 0x9E3779B1, FOLDS)
                : -1);
    return folds;
  }

  /** Of all labelled articles that are not in the fold. */
  private JointFit fit(int fold, int[] folds) {
    List<Row> seen =
        IntStream.range(0, folds.length)
            .filter(i -> folds[i] != fold && articles.get(i).isLabelled())
            .mapToObj(rows::get)
            .toList();
    TrainingPlan.Settings settings = plan.settings();
    return JointFit.of(
        seen, vectors.columns(), settings.strength(), settings.epochs(), plan.seed());
  }
}
