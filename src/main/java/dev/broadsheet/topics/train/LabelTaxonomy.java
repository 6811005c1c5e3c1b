package dev.broadsheet.topics.train;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

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
   * @param labelMap a JSON object of labels and lists of codes, labels without any code being left
   *     out; null if labels are codes
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
      Map<String, List<String>> codes =
          new ObjectMapper().readValue(Files.readAllBytes(file), new TypeReference<>() {});
      codes.values().forEach(topics -> topics.forEach(taxonomy::index));
      return codes;
    } catch (JacksonException e) {
      throw new IOException(
          file + " is no label map, such as {\"Sport\": [\"medtop:15000000\"]}: " + e.getMessage(),
          e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
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
      for (int i = known.index(topic); i >= 0; i = known.parent(i)) {
        topics.add(known.topic(i).code());
      }
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
        .flatMap(topic -> withParents(topic, of))
        .distinct()
        .toArray();
  }

  private static IntStream withParents(int topic, Taxonomy of) {
    return IntStream.iterate(topic, t -> t >= 0, of::parent);
  }

  private List<String> codes(String label) {
    return codes == null ? List.of(label) : codes.getOrDefault(label, List.of());
  }
}
