package dev.broadsheet.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a topic model is, for people and for the loader: {@code card.json} in its directory.
 *
 * @param kind always {@link #KIND}
 * @param format the directory's layout; this code reads {@link #FORMAT}
 * @param name such as {@code broadsheet-topics-en-1}
 * @param isSingleLabel whether an article gets its most probable topic and no other
 * @param features what of an article it looks at
 * @param files the SHA-256 of each other file
 * @param topics in the taxonomy's order
 * @param training how it was made: sources, counts, parameters, scores, versions, limits
 */
public record ModelCard(
    String kind,
    int format,
    String name,
    @JsonProperty("single_label") boolean isSingleLabel,
    Features features,
    SortedMap<String, String> files,
    Map<String, Object> training,
    List<Topic> topics) {

  /** Tells a topic model from other directories. */
  public static final String KIND = "broadsheet-topic-model";

  /** The newest layout that this code reads, and the one it writes. */
  public static final int FORMAT = 2;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * A topic's part of the card.
   *
   * @param bias the logit of an article without known words
   * @param briefBias what a brief's logit has besides
   * @param positives training documents on the topic
   * @param negatives training documents known not to be on it
   * @param scores measured on documents held back from the fit, by the scores' names
   */
  public record Topic(
      String code,
      String name,
      double bias,
      @JsonProperty("brief_bias") double briefBias,
      double slope,
      double intercept,
      double threshold,
      @JsonProperty("training_positives") int positives,
      @JsonProperty("training_negatives") int negatives,
      SortedMap<String, Double> scores)
      implements Serializable {

    public Topic {
      boolean isRight =
          Double.isFinite(bias + briefBias + slope + intercept) && slope > 0 && threshold >= 0;
      if (!isRight) {
        throw new IllegalArgumentException(
            "The topic " + code + " has a bias, slope, intercept or threshold that cannot be.");
      }
    }

    Calibration calibration() {
      return new Calibration(slope, intercept, threshold);
    }
  }

  /** What a card says, whatever it is. */
  static JsonNode tree(byte[] json) throws IOException {
    return JSON.readTree(json);
  }

  /**
   * Reads a card; fields that this version does not know are left alone, and one of format 1 gets
   * its features.
   *
   * @throws IllegalArgumentException if a number of a topic cannot be
   */
  static ModelCard read(byte[] json) throws IOException {
    ObjectNode card = (ObjectNode) tree(json);
    if (card.path("format").asInt() == 1) {
      card.set("features", JSON.valueToTree(Features.NGRAMS));
      card.path("topics").forEach(topic -> ((ObjectNode) topic).put("brief_bias", 0));
    }
    return JSON.treeToValue(card, ModelCard.class);
  }

  /** The card as indented JSON in UTF-8. */
  public byte[] toJson() throws IOException {
    return JSON.writeValueAsBytes(this);
  }
}
