package dev.broadsheet.topics.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The definitions of a vocabulary's concepts as documents, each labelled with the codes of its
 * concept and of all wider ones: a JSON array of {@code qcode, parent, name, definition}.
 */
final class VocabularyDocuments {

  private VocabularyDocuments() {}

  static void read(TrainingPlan.Source source, Path file, Consumer<LabelledDocument> consumer)
      throws IOException {
    Map<String, JsonNode> concepts = new LinkedHashMap<>();
    for (JsonNode concept : new ObjectMapper().readTree(file.toFile())) {
      concepts.put(concept.path("qcode").asText(), concept);
    }
    for (Map.Entry<String, JsonNode> concept : concepts.entrySet()) {
      consumer.accept(
          new LabelledDocument(
              concept.getKey(),
              source.name(),
              concept.getValue().path("name").asText(),
              concept.getValue().path("definition").asText(),
              codes(concept.getKey(), concepts)));
    }
  }

  private static List<String> codes(String code, Map<String, JsonNode> concepts) {
    List<String> codes = new ArrayList<>();
    for (String c = code; concepts.containsKey(c); c = concepts.get(c).path("parent").asText()) {
      codes.add(c);
    }
    return codes;
  }
}
