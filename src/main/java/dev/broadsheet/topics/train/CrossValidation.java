package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Calibration;
import dev.broadsheet.topics.Taxonomy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** All topics by one candidate: the logit of each document by a fit that had not seen it. */
final class CrossValidation {

  /** Topics of fewer documents are not calibrated. */
  private static final int LEAST_POSITIVES = 6;

  /**
   * A flatter calibration says that the topic cannot be told, or that its documents are too few.
   */
  private static final double LEAST_SLOPE = 0.2;

  /** For such a topic: given beyond the margin's middle. */
  private static final Calibration BY_MARGIN = new Calibration(2, 0, 0.5);

  private static final ThresholdFit UNTOLD = new ThresholdFit(0.5, 0, 0, 0);

  private final LabelTrainer.Candidate candidate;
  private final BitSet[] positives;
  private final int documents;

  /** {@code [topic][document]}. */
  private final List<float[]> logits;

  private final boolean isSingleLabel;
  private final Calibration pooled;

  /**
   * @param isSingleLabel whether each document has exactly one label: then the best one is given
   */
  CrossValidation(
      LabelTrainer.Candidate candidate,
      BitSet[] positives,
      int documents,
      List<float[]> logits,
      boolean isSingleLabel) {
    this.candidate = candidate;
    this.positives = positives;
    this.documents = documents;
    this.logits = logits;
    this.isSingleLabel = isSingleLabel;
    pooled = isSingleLabel ? pooled() : null;
  }

  LabelTrainer.Candidate candidate() {
    return candidate;
  }

  /** What candidates are compared by: likelihood, which is smoother than accuracy, or micro-F1. */
  double criterion() {
    return isSingleLabel ? likelihood() : microF1();
  }

  /** Accuracy of the best label, or micro-F1 if documents may have several. */
  private double score() {
    return isSingleLabel ? accuracy() : microF1();
  }

  /** For the model card. */
  SortedMap<String, Object> scores() {
    return new TreeMap<>(
        Map.of(
            "strength", candidate.strength(),
            "terms", candidate.terms(),
            "score", isSingleLabel ? "accuracy" : "micro-F1",
            "value", score()));
  }

  /** The topic's weights, with calibration and threshold from unseen documents. */
  FittedTopic fitted(int topic, Taxonomy.Topic about, TopicFit fit) {
    List<Double> unseen = unseen(topic);
    List<Boolean> truth = truth(topic);
    int yes = positives[topic].cardinality();
    Calibration platt = isSingleLabel ? pooled : PlattFit.of(unseen, truth);
    if (!isSingleLabel && (yes < LEAST_POSITIVES || platt.slope() < LEAST_SLOPE)) {
      return FittedTopic.of(about, fit, BY_MARGIN, UNTOLD, yes, documents - yes);
    }
    Decisions decisions = new Decisions();
    for (int i = 0; i < documents; i++) {
      decisions.add(platt.probability(unseen.get(i)), truth.get(i));
    }
    return FittedTopic.of(about, fit, platt, decisions.best(), yes, documents - yes);
  }

  /** One calibration for all topics, so that the best logit stays the best probability. */
  private Calibration pooled() {
    List<Double> unseen = new ArrayList<>();
    List<Boolean> truth = new ArrayList<>();
    for (int topic = 0; topic < positives.length; topic++) {
      unseen.addAll(unseen(topic));
      truth.addAll(truth(topic));
    }
    return PlattFit.of(unseen, truth);
  }

  private List<Double> unseen(int topic) {
    return IntStream.range(0, documents).mapToObj(i -> (double) logits.get(topic)[i]).toList();
  }

  private List<Boolean> truth(int topic) {
    return IntStream.range(0, documents).mapToObj(positives[topic]::get).toList();
  }

  /** The labels' mean log-likelihood by a softmax over the logits, at its best sharpness. */
  private double likelihood() {
    return DoubleStream.iterate(0.5, sharpness -> sharpness < 12, sharpness -> sharpness * 1.15)
        .map(this::likelihood)
        .max()
        .orElseThrow();
  }

  private double likelihood(double sharpness) {
    double sum = 0;
    for (int i = 0; i < documents; i++) {
      double best = logits.get(best(i))[i];
      double label = 0;
      double all = 0;
      for (int topic = 0; topic < positives.length; topic++) {
        double below = sharpness * (logits.get(topic)[i] - best);
        label += positives[topic].get(i) ? below : 0;
        all += Math.exp(below);
      }
      sum += label - Math.log(all);
    }
    return sum / documents;
  }

  private double accuracy() {
    int right = 0;
    for (int i = 0; i < documents; i++) {
      right += positives[best(i)].get(i) ? 1 : 0;
    }
    return (double) right / documents;
  }

  private int best(int document) {
    int best = 0;
    for (int topic = 1; topic < positives.length; topic++) {
      best = logits.get(topic)[document] > logits.get(best)[document] ? topic : best;
    }
    return best;
  }

  private double microF1() {
    long hits = 0;
    long others = 0;
    for (int topic = 0; topic < positives.length; topic++) {
      for (int i = 0; i < documents; i++) {
        boolean given = logits.get(topic)[i] > 0;
        boolean truth = positives[topic].get(i);
        hits += given && truth ? 1 : 0;
        others += given == truth ? 0 : 1;
      }
    }
    return 2.0 * hits / (2.0 * hits + others);
  }
}
