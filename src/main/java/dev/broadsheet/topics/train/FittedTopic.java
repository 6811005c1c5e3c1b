package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Calibration;
import dev.broadsheet.topics.Features;
import dev.broadsheet.topics.ModelCard;
import dev.broadsheet.topics.ModelWriter;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One topic's weights, and what the card will say of them. */
record FittedTopic(TopicFit fit, ModelCard.Topic card) {

  /** A topic of its parts. */
  static FittedTopic of(
      Taxonomy.Topic topic,
      TopicFit fit,
      Calibration platt,
      ThresholdFit threshold,
      int positives,
      int negatives) {
    ModelCard.Topic card =
        new ModelCard.Topic(
            topic.code(),
            topic.name(),
            fit.bias(),
            fit.briefBias(),
            platt.slope(),
            platt.intercept(),
            threshold.threshold(),
            positives,
            negatives,
            new TreeMap<>(
                Map.of(
                    "held_back_precision", rounded(threshold.precision()),
                    "held_back_recall", rounded(threshold.recall()),
                    "held_back_f1", rounded(threshold.f1()))));
    return new FittedTopic(fit, card);
  }

  /** The files of a model of these topics, in the taxonomy's order. */
  static SortedMap<String, byte[]> files(
      String name,
      Taxonomy taxonomy,
      Features features,
      TermSelection selection,
      List<FittedTopic> topics,
      Map<String, Object> training,
      boolean isSingleLabel)
      throws IOException {
    float[][] weights = topics.stream().map(topic -> topic.fit().weights()).toArray(float[][]::new);
    List<ModelCard.Topic> cards = topics.stream().map(FittedTopic::card).toList();
    return ModelWriter.files(
        name,
        taxonomy,
        features,
        selection.terms(),
        selection.idf(),
        weights,
        cards,
        training,
        isSingleLabel);
  }

  static double rounded(double score) {
    return Math.rint(score * 1000) / 1000;
  }
}
