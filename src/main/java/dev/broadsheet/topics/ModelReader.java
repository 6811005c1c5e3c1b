package dev.broadsheet.topics;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Reads a model's files and checks them whole: each by itself, against the hashes in the card, and
 * against each other.
 *
 * @param place how messages name the model
 */
record ModelReader(Map<String, byte[]> files, String place) {

  private static final String AGAIN = "; copy the model again, or train it again.";

  TopicModel read() throws IOException {
    ModelCard card = card();
    checkHashes(card);
    Taxonomy taxonomy = parsed(ModelFiles.TAXONOMY, Taxonomy::read);
    WeightsFile weights =
        parsed(ModelFiles.WEIGHTS, bytes -> WeightsFile.read(bytes, card.features()));
    checkFit(card.topics(), taxonomy, weights.weights().topics());
    String fingerprint = DigestUtils.sha256Hex(files.get(ModelFiles.CARD));
    return new TopicModel(card, fingerprint, taxonomy, weights);
  }

  /** Kind and format come first: another version's card may lack what this one's has. */
  private ModelCard card() throws IOException {
    JsonNode json = parsed(ModelFiles.CARD, ModelCard::tree);
    if (!ModelCard.KIND.equals(json.path("kind").asText())) {
      throw new ModelFormatException(
          place + " is no topic model: its card.json lacks \"kind\": \"" + ModelCard.KIND + "\".");
    }
    if (json.path("format").asInt() > ModelCard.FORMAT) {
      throw new ModelFormatException(
          place
              + " has format "
              + json.path("format")
              + ", newer than "
              + ModelCard.FORMAT
              + ", the newest this version reads; update Broadsheet or train again.");
    }
    return parsed(ModelFiles.CARD, ModelCard::read);
  }

  private void checkHashes(ModelCard card) throws ModelFormatException {
    Set<String> named = Set.of(ModelFiles.TAXONOMY, ModelFiles.WEIGHTS);
    if (!card.files().keySet().equals(named)) {
      throw damaged(
          ModelFiles.CARD,
          "it must name the files "
              + ModelFiles.TAXONOMY
              + " and "
              + ModelFiles.WEIGHTS
              + " with their hashes");
    }
    for (String name : named) {
      if (!DigestUtils.sha256Hex(files.get(name)).equals(card.files().get(name))) {
        throw damaged(name, "it is not the file its card names");
      }
    }
  }

  private void checkFit(List<ModelCard.Topic> topics, Taxonomy taxonomy, int weights)
      throws ModelFormatException {
    if (topics.size() != taxonomy.size() || topics.size() != weights) {
      throw new ModelFormatException(
          "%s is damaged: card.json has %d topics, taxonomy.json %d and weights.bin %d%s"
              .formatted(place, topics.size(), taxonomy.size(), weights, AGAIN));
    }
    for (int i = 0; i < topics.size(); i++) {
      if (!taxonomy.topic(i).code().equals(topics.get(i).code())) {
        throw damaged(
            ModelFiles.CARD,
            "its topic " + i + " is not that of taxonomy.json, " + taxonomy.topic(i).code());
      }
    }
  }

  private interface Parser<T> {
    T parse(byte[] bytes) throws IOException;
  }

  private <T> T parsed(String name, Parser<T> parser) throws IOException {
    try {
      return parser.parse(files.get(name));
    } catch (JsonMappingException e) {
      throw damaged(name, "the value of '" + key(e) + "' is missing or of another type");
    } catch (JacksonException e) {
      throw damaged(name, "it is cut or not JSON");
    } catch (IllegalArgumentException e) {
      throw damaged(name, e.getMessage());
    }
  }

  /** Such as {@code topics[3].bias}. */
  private static String key(JsonMappingException e) {
    StringBuilder key = new StringBuilder();
    for (JsonMappingException.Reference part : e.getPath()) {
      if (part.getFieldName() == null) {
        key.append('[').append(part.getIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(part.getFieldName());
      }
    }
    return key.toString();
  }

  private ModelFormatException damaged(String name, String problem) {
    return new ModelFormatException(place + " is damaged: " + name + ": " + problem + AGAIN);
  }
}
