package dev.broadsheet.topics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The topics of a vocabulary and their parents. Immutable; a topic's index is its place in the
 * list, and parents come before their children.
 */
public final class Taxonomy implements Serializable {

  private static final long serialVersionUID = 1;

  /** The vocabulary that comes with Broadsheet. */
  public static final String MEDIA_TOPICS = "/dev/broadsheet/topics/mediatopics.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * A topic.
   *
   * @param code unique, such as {@code medtop:20000639}
   * @param name for people, such as {@code diplomacy}
   * @param parent the code of the next wider topic; null for a top-level one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Topic(String code, String name, String parent) implements Serializable {

    private boolean isWhole() {
      return code != null && name != null;
    }
  }

  /** A taxonomy as it is written. */
  record File(String version, String attribution, List<Topic> topics) {}

  private final String version;
  private final String attribution;
  private final List<Topic> topics;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final int[] parents;

  /**
   * Checks the topics.
   *
   * @param version names the vocabulary and its release
   * @param attribution whose work it is; may be empty
   * @throws IllegalArgumentException if a code repeats or a parent is not listed before its child
   */
  public Taxonomy(String version, String attribution, List<Topic> topics) {
    this.version = version;
    this.attribution = attribution;
    this.topics = List.copyOf(topics);
    this.parents = new int[topics.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = parentIndex(topics.get(i));
      if (indexes.put(topics.get(i).code(), i) != null) {
        throw new IllegalArgumentException(
            "The topic " + topics.get(i).code() + " is there twice.");
      }
    }
  }

  /** A taxonomy without parents: every label is a topic, by the label's own name. */
  public static Taxonomy flat(String version, List<String> labels) {
    List<Topic> topics = new ArrayList<>();
    labels.forEach(label -> topics.add(new Topic(label, label, null)));
    return new Taxonomy(version, "", topics);
  }

  /** The IPTC Media Topics that come with Broadsheet. */
  public static Taxonomy mediaTopics() throws IOException {
    try (InputStream in = Taxonomy.class.getResourceAsStream(MEDIA_TOPICS)) {
      return read(in.readAllBytes());
    }
  }

  /** The same topics by other names; a topic whose code has none keeps its own. */
  Taxonomy named(Map<String, String> names) {
    List<Topic> named = new ArrayList<>();
    for (Topic topic : topics) {
      String name = names.getOrDefault(topic.code(), topic.name());
      named.add(new Topic(topic.code(), name, topic.parent()));
    }
    return new Taxonomy(version, attribution, named);
  }

  /** The taxonomy of these topics alone; a topic whose parent is left out moves up. */
  public Taxonomy only(Collection<String> codes) {
    List<Topic> kept = new ArrayList<>();
    for (int i = 0; i < topics.size(); i++) {
      if (codes.contains(topics.get(i).code())) {
        int parent = parents[i];
        while (parent >= 0 && !codes.contains(topics.get(parent).code())) {
          parent = parents[parent];
        }
        String above = parent < 0 ? null : topics.get(parent).code();
        kept.add(new Topic(topics.get(i).code(), topics.get(i).name(), above));
      }
    }
    return new Taxonomy(version, attribution, kept);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if something is missing, as the constructor throws it
   */
  public static Taxonomy read(byte[] json) throws IOException {
    File file = JSON.readValue(json, File.class);
    boolean isWhole =
        file != null
            && file.version() != null
            && file.topics() != null
            && file.topics().stream().allMatch(topic -> topic != null && topic.isWhole());
    if (!isWhole || file.topics().isEmpty()) {
      throw new IllegalArgumentException(
          "a taxonomy has a version and topics, each with a code and a name");
    }
    return new Taxonomy(file.version(), file.attribution(), file.topics());
  }

  /** The taxonomy as indented JSON in UTF-8. */
  public byte[] toJson() throws IOException {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(new File(version, attribution, topics));
  }

  public String version() {
    return version;
  }

  public String attribution() {
    return attribution;
  }

  public int size() {
    return topics.size();
  }

  public Topic topic(int index) {
    return topics.get(index);
  }

  /** The index of the topic's parent, -1 if it has none. */
  public int parent(int index) {
    return parents[index];
  }

  /** The topic and those above it, the narrowest first. */
  public IntStream withParents(int index) {
    return IntStream.iterate(index, topic -> topic >= 0, topic -> parents[topic]);
  }

  /**
   * What is on a topic is on its parent: no parent's value stays lower than its child's. Children
   * come after their parents, so that one pass reaches the top.
   *
   * @param probabilities one a topic, changed in place
   */
  public void raiseParents(double[] probabilities) {
    for (int topic = parents.length - 1; topic >= 0; topic--) {
      int parent = parents[topic];
      if (parent >= 0) {
        probabilities[parent] = Math.max(probabilities[parent], probabilities[topic]);
      }
    }
  }

  /**
   * The index of a code.
   *
   * @throws IllegalArgumentException if the taxonomy does not have it
   */
  public int index(String code) {
    Integer index = indexes.get(code);
    if (index == null) {
      throw new IllegalArgumentException(
          "The taxonomy " + version + " has no topic \"" + code + "\".");
    }
    return index;
  }

  private int parentIndex(Topic topic) {
    if (topic.parent() == null) {
      return -1;
    }
    Integer index = indexes.get(topic.parent());
    if (index == null) {
      throw new IllegalArgumentException(
          "The parent " + topic.parent() + " of " + topic.code() + " is not listed before it.");
    }
    return index;
  }
}
