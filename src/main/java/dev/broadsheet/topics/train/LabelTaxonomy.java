package dev.broadsheet.topics.train;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which topics anyone's labels stand for: each is one by itself, or a code of a taxonomy, or a
 * label map says. A document on a topic is on its parents, too. Immutable.
 */
public final class LabelTaxonomy implements Serializable {

  private static final long serialVersionUID = 1;

  private final String name;

  /** Null if labels are topics by themselves. */
  private final Taxonomy taxonomy;

  /** Null if labels are the taxonomy's codes. */
  private final Map<String, List<String>> codes;

  private LabelTaxonomy(String name, Taxonomy taxonomy, Map<String, List<String>> codes) {
    this.name = name;
    this.taxonomy = taxonomy;
    this.codes = codes;
  }

  /** Every label is a topic by its own name. */
  public static LabelTaxonomy flat(String name) {
    return new LabelTaxonomy(name, null, null);
  }

  /**
   * Topics of a taxonomy, as {@link Taxonomy#read} reads it.
   *
   * @param taxonomy a JSON file; null for the Media Topics that come with Broadsheet
   * @param labelMap a JSON file, {@code {"labels": {"Sport": "medtop:15000000"}}}: a label, case
   *     aside, stands for a code, codes, or an object with {@code positive} codes; other labels are
   *     left out; null if labels are codes
   * @throws IOException naming the file that cannot be read, or the code that is unknown
   */
  public static LabelTaxonomy read(Path taxonomy, Path labelMap) throws IOException {
    Taxonomy topics =
        taxonomy == null ? Taxonomy.mediaTopics() : Taxonomy.read(Files.readAllBytes(taxonomy));
    Map<String, List<String>> codes = labelMap == null ? null : codes(labelMap, topics);
    return new LabelTaxonomy(topics.version(), topics, codes);
  }

  private static Map<String, List<String>> codes(Path file, Taxonomy taxonomy) throws IOException {
    try {
      JsonNode labels = new ObjectMapper().readTree(file.toFile()).path("labels");
      Map<String, List<String>> codes = new TreeMap<>();
      for (Map.Entry<String, JsonNode> label : labels.properties()) {
        codes.put(key(label.getKey()), codes(label.getValue()));
      }
      codes.values().forEach(topics -> topics.forEach(taxonomy::index));
      if (codes.isEmpty()) {
        throw new IOException(
            file + " is no label map, such as {\"labels\": {\"Sport\": \"medtop:15000000\"}}.");
      }
      return codes;
    } catch (JacksonException e) {
      throw new IOException(file + " is no label map: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** A code, codes, or an object with {@code positive} codes. */
  private static List<String> codes(JsonNode meaning) {
    if (meaning.isTextual()) {
      return List.of(meaning.asText());
    }
    List<String> codes = new ArrayList<>();
    (meaning.isObject() ? meaning.path("positive") : meaning)
        .forEach(code -> codes.add(code.asText()));
    return List.copyOf(codes);
  }

  private static String key(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a document with these labels can teach anything. */
  public boolean knows(List<String> labels) {
    return labels.stream().anyMatch(label -> codes == null || !codes(label).isEmpty());
  }

  /**
   * The taxonomy of the documents' topics.
   *
   * @throws IllegalArgumentException if there are fewer than two
   */
  Taxonomy of(List<Example> examples) {
    TreeSet<String> labels = new TreeSet<>();
    examples.forEach(example -> labels.addAll(example.labels()));
    TreeSet<String> topics = new TreeSet<>();
    labels.forEach(label -> topics.addAll(codes(label)));
    Taxonomy known = taxonomy == null ? Taxonomy.flat(name, List.copyOf(topics)) : taxonomy;
    for (String topic : List.copyOf(topics)) {
      known.withParents(known.index(topic)).forEach(i -> topics.add(known.topic(i).code()));
    }
    if (topics.size() < 2) {
      throw new IllegalArgumentException(
          "The documents have "
              + (topics.isEmpty() ? "no label" : "only the label \"" + topics.first() + "\"")
              + "; a model needs two or more. Is the label column's name right?");
    }
    return known.only(topics);
  }

  /** The example's topics by index, with their parents. */
  int[] topics(Example example, Taxonomy of) {
    return example.labels().stream()
        .flatMap(label -> codes(label).stream())
        .mapToInt(of::index)
        .flatMap(of::withParents)
        .distinct()
        .toArray();
  }

  private List<String> codes(String label) {
    return codes == null ? List.of(label) : codes.getOrDefault(key(label), List.of());
  }
}
