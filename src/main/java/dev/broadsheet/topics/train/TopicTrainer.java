package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Calibration;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * From examples to a model directory's files: a linear model learns all topics at once, from labels
 * where these tell and from a teacher where they do not. A topic with fewer than {@link
 * #LEAST_POSITIVES} known documents is left out of the model's taxonomy. The same examples in the
 * same order give the same bytes.
 */
public final class TopicTrainer {

  static final int LEAST_POSITIVES = 30;

  /** No lower threshold is taken, however good it looks: held-back text is not all text. */
  private static final double LEAST_THRESHOLD = 0.25;

  /** The fit's loss is that of probabilities, long documents among them: they are used as are. */
  private static final Calibration AS_FITTED = new Calibration(1, 0, 0.5);

  private final TrainingPlan plan;
  private final Taxonomy taxonomy;
  private final List<Example> documents;
  private final List<Lesson> lessons;
  private final TermSelection selection;
  private final SparseMatrix matrix;
  private final Map<String, Object> record;

  /**
   * Asks the teacher, makes long documents, selects terms, builds the matrix.
   *
   * @param documents by {@link ExampleMaker}; those of a source with a weight as often as it says
   * @param teacher names the sentence encoder; null if the plan has none
   */
  public TopicTrainer(
      TrainingPlan plan, Taxonomy taxonomy, List<Example> documents, String teacher) {
    this.plan = plan;
    this.taxonomy = taxonomy;
    this.documents = documents;
    TrainingPlan.Settings settings = plan.settings();
    lessons = lessons();
    selection = TermSelection.of(documents, settings.leastDocuments(), settings.mostTerms());
    matrix = new SparseMatrix(lessons.stream().map(Lesson::example).toList(), selection);
    record = TrainingRecord.of(plan, documents, lessons.size(), selection, teacher);
  }

  private List<Lesson> lessons() {
    List<Lesson> told = new ArrayList<>();
    Teacher teacher = plan.settings().teacher() ? new Teacher(documents, plan.seed()) : null;
    for (Example example : documents) {
      told.add(new Lesson(example, teacher == null ? example.truth() : teacher.truth(example)));
    }
    told.addAll(Concatenation.of(told, plan.settings().concatenations(), plan.seed()));
    return told;
  }

  /** Fits twice: without the documents held back, for thresholds on them, and with all. */
  public SortedMap<String, byte[]> train() throws IOException {
    List<Row> seen = rows(false);
    List<Row> unseen = rows(true);
    JointFit partial = fit(seen);
    List<float[]> logits = unseen.stream().map(partial::logits).toList();
    List<Row> all = new ArrayList<>(seen);
    all.addAll(unseen);
    JointFit fit = fit(all);
    List<FittedTopic> topics = new ArrayList<>();
    for (int topic = 0; topic < taxonomy.size(); topic++) {
      int yes = count(topic, Target.YES);
      if (yes >= LEAST_POSITIVES && count(topic, Target.NO) > 0) {
        topics.add(fitted(topic, fit, threshold(topic, unseen, logits), yes));
      }
    }
    List<String> codes = topics.stream().map(topic -> topic.card().code()).toList();
    return FittedTopic.files(plan.name(), taxonomy.only(codes), selection, topics, record, false);
  }

  private JointFit fit(List<Row> rows) {
    return JointFit.of(rows, matrix.columns(), plan.settings().strength(), plan.seed());
  }

  private List<Row> rows(boolean isHeldBack) {
    return IntStream.range(0, lessons.size())
        .filter(i -> lessons.get(i).example().isHeldBack() == isHeldBack)
        .mapToObj(i -> matrix.row(i, lessons.get(i).truth()))
        .toList();
  }

  private int count(int topic, byte target) {
    return (int) documents.stream().filter(example -> example.target(topic) == target).count();
  }

  private ThresholdFit threshold(int topic, List<Row> rows, List<float[]> logits) {
    List<Double> probabilities = new ArrayList<>();
    List<Double> truth = new ArrayList<>();
    for (int i = 0; i < logits.size(); i++) {
      if (!Float.isNaN(rows.get(i).truth(topic))) {
        probabilities.add(AS_FITTED.probability(logits.get(i)[topic]));
        truth.add((double) rows.get(i).truth(topic));
      }
    }
    return ThresholdFit.of(probabilities, truth, plan.settings().precisionFloor(), LEAST_THRESHOLD);
  }

  private FittedTopic fitted(int topic, JointFit fit, ThresholdFit threshold, int yes) {
    double[] weights = new double[matrix.columns() + 1];
    for (int column = 1; column < weights.length; column++) {
      weights[column - 1] = fit.weight(column, topic);
    }
    weights[weights.length - 1] = fit.bias(topic);
    TopicFit topicFit = new TopicFit(weights);
    int no = count(topic, Target.NO);
    return FittedTopic.of(taxonomy.topic(topic), topicFit, AS_FITTED, threshold, yes, no);
  }
}
