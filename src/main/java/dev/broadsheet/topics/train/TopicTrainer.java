package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * From examples to a model directory's files. A topic with fewer than {@link #LEAST_POSITIVES}
 * known documents is left out of the model's taxonomy. The same examples in the same order give the
 * same bytes.
 *
 * <p>Prepared once, it is immutable and may be sent to many machines: {@link #fit} is one topic's
 * part, in any order; {@link #files} puts the parts together.
 */
public final class TopicTrainer implements Serializable {

  static final int LEAST_POSITIVES = 30;

  private static final long serialVersionUID = 1;

  private final TrainingPlan plan;
  private final Taxonomy taxonomy;
  private final TermSelection selection;
  private final SparseMatrix matrix;

  /** {@code [example][topic]}, see {@link Target}. */
  private final byte[][] targets;

  private final BitSet heldBack = new BitSet();
  private final BitSet heads = new BitSet();
  private final BitSet[] triggers;
  private final Map<String, Object> record;

  /**
   * Fills in what the teacher knows, makes long documents, selects terms, builds the matrix.
   *
   * @param documents by {@link ExampleMaker}; those of a source with a weight as often as it says
   */
  public TopicTrainer(TrainingPlan plan, Taxonomy taxonomy, List<Example> documents) {
    this.plan = plan;
    this.taxonomy = taxonomy;
    TrainingPlan.Settings settings = plan.settings();
    List<Example> examples = completed(documents);
    selection = TermSelection.of(documents, settings.leastDocuments(), settings.mostTerms());
    matrix = new SparseMatrix(examples, selection);
    targets = examples.stream().map(Example::targets).toArray(byte[][]::new);
    for (int i = 0; i < targets.length; i++) {
      heldBack.set(i, examples.get(i).isHeldBack());
      heads.set(i, examples.get(i).isHeads());
    }
    triggers = triggers();
    record = TrainingRecord.of(plan, documents, examples.size(), selection);
  }

  /** All steps on this machine: the files of the model, by name. */
  public SortedMap<String, byte[]> train() throws IOException {
    return files(
        IntStream.range(0, taxonomy.size()).mapToObj(this::fit).filter(Objects::nonNull).toList());
  }

  /** One topic's fit; null if too little is known of it. */
  public FittedTopic fit(int topic) {
    TopicTargets seen = targets(topic, false);
    TopicTargets unseen = targets(topic, true);
    if (seen.positives() + unseen.positives() < LEAST_POSITIVES
        || !seen.isMixed()
        || !unseen.isMixed()) {
      return null;
    }
    return FittedTopic.of(taxonomy.topic(topic), seen, unseen, matrix.columns(), plan.settings());
  }

  /**
   * The files of the model, by name.
   *
   * @param topics what {@link #fit} made, in the taxonomy's order
   */
  public SortedMap<String, byte[]> files(List<FittedTopic> topics) throws IOException {
    List<String> codes = topics.stream().map(fitted -> fitted.card().code()).toList();
    return FittedTopic.files(plan.name(), taxonomy.only(codes), selection, topics, record, false);
  }

  private List<Example> completed(List<Example> documents) {
    TrainingPlan.Settings settings = plan.settings();
    List<Example> examples = new ArrayList<>(documents);
    if (settings.teacher()) {
      Teacher teacher = Teacher.of(documents, plan.seed());
      examples.replaceAll(teacher::fill);
    }
    examples.replaceAll(Example::settled);
    examples.addAll(Concatenation.of(examples, settings.concatenations(), plan.seed()));
    return examples;
  }

  private BitSet[] triggers() {
    LabellingRules rules = new LabellingRules(plan.rules(), taxonomy);
    Map<Long, Integer> places = SparseMatrix.places(selection);
    BitSet[] columns = new BitSet[taxonomy.size()];
    for (int topic = 0; topic < columns.length; topic++) {
      BitSet hidden = new BitSet();
      rules.triggers(topic).forEach(term -> hidden.set(places.getOrDefault(term, 0)));
      hidden.clear(0);
      columns[topic] = hidden;
    }
    return columns;
  }

  private TopicTargets targets(int topic, boolean isUnseen) {
    TopicTargets known = new TopicTargets();
    for (int i = 0; i < targets.length; i++) {
      byte target = targets[i][topic];
      if (target != Target.UNKNOWN && heldBack.get(i) == isUnseen) {
        boolean hide = target == Target.YES && heads.get(i);
        Feature[] row = hide ? without(matrix.row(i), triggers[topic]) : matrix.row(i);
        known.add(row, target == Target.YES);
      }
    }
    return known;
  }

  private static Feature[] without(Feature[] row, BitSet columns) {
    return columns.isEmpty()
        ? row
        : Arrays.stream(row)
            .filter(feature -> !columns.get(feature.getIndex()))
            .toArray(Feature[]::new);
  }
}
