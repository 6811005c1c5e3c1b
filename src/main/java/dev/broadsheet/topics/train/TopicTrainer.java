package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;

/**
 * From examples to a model directory's files. A topic with fewer than {@link #LEAST_POSITIVES}
 * known documents is left out of the model's taxonomy. The same examples in the same order give the
 * same bytes. One thread at a time.
 */
public final class TopicTrainer {

  static final int LEAST_POSITIVES = 30;

  private final TrainingPlan plan;
  private final Taxonomy taxonomy;
  private final LabellingRules rules;
  private List<Example> examples;
  private TermSelection selection;
  private SparseMatrix matrix;

  public TopicTrainer(TrainingPlan plan, Taxonomy taxonomy) {
    this.plan = plan;
    this.taxonomy = taxonomy;
    this.rules = new LabellingRules(plan.rules(), taxonomy);
  }

  /** The files of the model, by name. */
  public SortedMap<String, byte[]> train(List<Example> documents) throws IOException {
    prepare(documents);
    List<FittedTopic> topics = new ArrayList<>();
    for (int topic = 0; topic < taxonomy.size(); topic++) {
      FittedTopic fitted = fit(topic);
      if (fitted != null) {
        topics.add(fitted);
      }
    }
    return files(topics, documents);
  }

  private void prepare(List<Example> documents) {
    TrainingPlan.Settings settings = plan.settings();
    examples = new ArrayList<>(documents);
    if (settings.teacher()) {
      Teacher teacher = Teacher.of(documents, plan.seed());
      examples.replaceAll(teacher::fill);
    }
    examples.replaceAll(Example::settled);
    examples.addAll(Concatenation.of(examples, settings.concatenations(), plan.seed()));
    selection = TermSelection.of(documents, settings.leastDocuments(), settings.mostTerms());
    matrix = new SparseMatrix(examples, selection);
  }

  /** One topic's fit; null if too little is known of it. */
  private FittedTopic fit(int topic) {
    TopicTargets seen = targets(topic, false);
    TopicTargets heldBack = targets(topic, true);
    if (seen.positives() + heldBack.positives() < LEAST_POSITIVES || !heldBack.isMixed()) {
      return null;
    }
    return FittedTopic.of(taxonomy.topic(topic), seen, heldBack, matrix.columns(), plan.settings());
  }

  private TopicTargets targets(int topic, boolean isHeldBack) {
    TopicTargets targets = new TopicTargets();
    BitSet triggers = triggerColumns(topic);
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      byte target = example.target(topic);
      if (Math.abs(target) == Target.YES && example.isHeldBack() == isHeldBack) {
        boolean hide = target == Target.YES && example.isHeads();
        Feature[] row = hide ? without(matrix.row(i), triggers) : matrix.row(i);
        targets.add(row, target == Target.YES);
      }
    }
    return targets;
  }

  private BitSet triggerColumns(int topic) {
    BitSet columns = new BitSet();
    rules.triggers(topic).forEach(term -> columns.set(matrix.column(term)));
    columns.clear(0);
    return columns;
  }

  private static Feature[] without(Feature[] row, BitSet columns) {
    return columns.isEmpty()
        ? row
        : Arrays.stream(row)
            .filter(feature -> !columns.get(feature.getIndex()))
            .toArray(Feature[]::new);
  }

  private SortedMap<String, byte[]> files(List<FittedTopic> topics, List<Example> documents)
      throws IOException {
    List<String> codes = topics.stream().map(fitted -> fitted.card().code()).toList();
    return FittedTopic.files(
        plan.name(),
        taxonomy.only(codes),
        selection,
        topics,
        TrainingRecord.of(plan, documents, examples.size(), selection));
  }
}
