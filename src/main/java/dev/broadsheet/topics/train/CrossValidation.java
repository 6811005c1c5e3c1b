package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Calibration;
import dev.broadsheet.topics.Taxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All topics at one strength: the logit of each document by a fit that had not seen it. Folds are
 * dealt out topic by topic, so that each has its share of rare ones.
 */
final class CrossValidation {

  private static final int FOLDS = 3;

  /**
   * A flatter calibration says that the topic cannot be told, or that its documents are too few.
   */
  private static final double LEAST_SLOPE = 0.2;

  /** For such a topic: given beyond the margin's middle. */
  private static final Calibration BY_MARGIN = new Calibration(2, 0, 0.5);

  private static final ThresholdFit UNTOLD = new ThresholdFit(0.5, 0, 0, 0);

  private final Taxonomy taxonomy;
  private final TopicFit.Method method;
  private final SparseMatrix matrix;
  private final TopicTargets[] targets;

  /** {@code [topic][document]}. */
  private final double[][] logits;

  private CrossValidation(
      List<Example> examples, SparseMatrix matrix, Taxonomy taxonomy, double strength) {
    this.taxonomy = taxonomy;
    this.method = TopicFit.Method.margin(strength);
    this.matrix = matrix;
    this.targets = new TopicTargets[taxonomy.size()];
    this.logits = new double[taxonomy.size()][examples.size()];
    for (int topic = 0; topic < targets.length; topic++) {
      targets[topic] = new TopicTargets();
      for (int i = 0; i < examples.size(); i++) {
        targets[topic].add(matrix.row(i), examples.get(i).target(topic) == Target.YES);
      }
      predict(targets[topic], logits[topic]);
    }
  }

  static CrossValidation of(
      List<Example> examples, SparseMatrix matrix, Taxonomy taxonomy, double strength) {
    return new CrossValidation(examples, matrix, taxonomy, strength);
  }

  private void predict(TopicTargets all, double[] unseen) {
    int[] folds = folds(all.truth());
    for (int fold = 0; fold < FOLDS; fold++) {
      TopicTargets seen = new TopicTargets();
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] != fold) {
          seen.add(all.rows().get(i), all.truth().get(i));
        }
      }
      if (seen.isMixed()) {
        TopicFit fit = TopicFit.of(seen, matrix.columns(), method);
        for (int i = 0; i < folds.length; i++) {
          unseen[i] = folds[i] == fold ? fit.logit(all.rows().get(i)) : unseen[i];
        }
      }
    }
  }

  private static int[] folds(List<Boolean> truth) {
    int[] folds = new int[truth.size()];
    int[] dealt = new int[2];
    Arrays.setAll(folds, i -> dealt[truth.get(i) ? 1 : 0]++ % FOLDS);
    return folds;
  }

  /** Accuracy of the best label, or micro-F1 if documents may have several. */
  double score() {
    return isSingleLabel() ? accuracy() : microF1();
  }

  /** For the model card. */
  SortedMap<String, Object> scores() {
    return new TreeMap<>(
        Map.of(
            "strength", method.strength(),
            "score", isSingleLabel() ? "accuracy" : "micro-F1",
            "value", score()));
  }

  /** The topic's weights from all documents, its calibration and threshold from unseen ones. */
  FittedTopic fit(int topic) {
    List<Double> unseen = Arrays.stream(logits[topic]).boxed().toList();
    TopicFit fit = TopicFit.of(targets[topic], matrix.columns(), method);
    Calibration platt = PlattFit.of(unseen, targets[topic].truth());
    if (targets[topic].positives() < 2 * FOLDS || platt.slope() < LEAST_SLOPE) {
      return FittedTopic.of(taxonomy.topic(topic), fit, BY_MARGIN, UNTOLD, targets[topic]);
    }
    List<Double> probabilities = unseen.stream().map(platt::probability).toList();
    ThresholdFit threshold = ThresholdFit.of(probabilities, targets[topic].truth(), 0, 0);
    return FittedTopic.of(taxonomy.topic(topic), fit, platt, threshold, targets[topic]);
  }

  private boolean isSingleLabel() {
    for (int i = 0; i < logits[0].length; i++) {
      if (labels(i).size() != 1) {
        return false;
      }
    }
    return true;
  }

  private List<Integer> labels(int document) {
    List<Integer> labels = new ArrayList<>();
    for (int topic = 0; topic < targets.length; topic++) {
      if (targets[topic].truth().get(document)) {
        labels.add(topic);
      }
    }
    return labels;
  }

  private double accuracy() {
    int right = 0;
    for (int i = 0; i < logits[0].length; i++) {
      int best = 0;
      for (int topic = 1; topic < logits.length; topic++) {
        best = logits[topic][i] > logits[best][i] ? topic : best;
      }
      right += targets[best].truth().get(i) ? 1 : 0;
    }
    return (double) right / logits[0].length;
  }

  private double microF1() {
    long hits = 0;
    long others = 0;
    for (int topic = 0; topic < logits.length; topic++) {
      for (int i = 0; i < logits[topic].length; i++) {
        boolean given = logits[topic][i] > 0;
        boolean truth = targets[topic].truth().get(i);
        hits += given && truth ? 1 : 0;
        others += given == truth ? 0 : 1;
      }
    }
    return 2.0 * hits / (2.0 * hits + others);
  }
}
