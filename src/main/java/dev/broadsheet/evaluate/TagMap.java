package dev.broadsheet.evaluate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.topics.Taxonomy;
import dev.broadsheet.topics.train.LabelMap;
import dev.broadsheet.topics.train.Target;
import dev.broadsheet.topics.train.TrainingPlan;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an archive's tags tell of a document's topics; case aside. Only the topics that the map
 * tells are judged, and only in documents with a tag that the map has; other tags say nothing. A
 * told topic is
 *
 * <ul>
 *   <li>there, if one of the tags stands for it or for a topic below it;
 *   <li>else not known, if one of the tags leaves it open as {@code unknown};
 *   <li>else not there.
 * </ul>
 *
 * Immutable.
 */
public final class TagMap implements Serializable {

  private static final long serialVersionUID = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  private final Taxonomy taxonomy;
  private final LabelMap labels;
  private final TreeSet<String> told;

  /**
   * What is known of a document.
   *
   * @param yes codes of told topics that it has
   * @param known these and the told topics that it does not have
   */
  public record Truth(Set<String> yes, Set<String> known) {}

  /** The map as JSON: a tag stands for codes, or for what a training plan can say of a label. */
  private record File(List<String> tells, Map<String, JsonNode> labels) {}

  private TagMap(
      Taxonomy taxonomy, List<String> tells, Map<String, TrainingPlan.Meaning> meanings) {
    this.taxonomy = taxonomy;
    this.told = new TreeSet<>(tells);
    this.labels =
        new LabelMap(
            new TrainingPlan.Source("tags", null, null, null, tells, meanings, false, null, null),
            taxonomy);
  }

  /** A tag stands for the topic whose code or name it is; all topics are told. */
  public static TagMap ofNames(Taxonomy taxonomy) {
    Map<String, TrainingPlan.Meaning> meanings = new TreeMap<>();
    for (int topic = 0; topic < taxonomy.size(); topic++) {
      String code = taxonomy.topic(topic).code();
      TrainingPlan.Meaning meaning = meaning(List.of(code));
      meanings.put(key(taxonomy.topic(topic).name()), meaning);
      meanings.put(key(code), meaning);
    }
    return new TagMap(taxonomy, codes(meanings), meanings);
  }

  /**
   * Reads a JSON file: {@code {"labels": {"Diplomacy": "medtop:20000639"}, "tells": [...]}}. A
   * label stands for a code, codes, or an object with {@code positive} and {@code unknown} codes.
   * Without {@code tells}, the map tells the topics that its labels stand for.
   *
   * @throws IOException naming the file if it cannot be read or names other topics
   */
  public static TagMap read(Path file, Taxonomy taxonomy) throws IOException {
    try {
      File map = JSON.readValue(Files.readAllBytes(file), File.class);
      if (map.labels() == null || map.labels().isEmpty()) {
        throw new IOException(file + ": \"labels\" is missing: what does which tag stand for?");
      }
      Map<String, TrainingPlan.Meaning> meanings = new TreeMap<>();
      for (Map.Entry<String, JsonNode> label : map.labels().entrySet()) {
        meanings.put(key(label.getKey()), meaning(label.getValue()));
      }
      return new TagMap(taxonomy, map.tells() == null ? codes(meanings) : map.tells(), meanings);
    } catch (JacksonException e) {
      throw new IOException(file + " is no label map: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** What the tags tell; nothing is known if there is none that the map has. */
  public Truth truth(List<String> tags) {
    byte[] targets = labels.targets(tags.stream().map(TagMap::key).toList());
    Set<String> yes = new TreeSet<>();
    Set<String> known = new TreeSet<>();
    for (String code : told) {
      byte target = targets[taxonomy.index(code)];
      if (target == Target.YES) {
        yes.add(code);
      }
      if (target == Target.YES || target == Target.NO) {
        known.add(code);
      }
    }
    return new Truth(yes, known);
  }

  private static TrainingPlan.Meaning meaning(JsonNode json) throws JacksonException {
    return json.isObject()
        ? JSON.treeToValue(json, TrainingPlan.Meaning.class)
        : meaning(JSON.convertValue(json, new TypeReference<List<String>>() {}));
  }

  private static TrainingPlan.Meaning meaning(List<String> codes) {
    return new TrainingPlan.Meaning(codes, null, null);
  }

  private static List<String> codes(Map<String, TrainingPlan.Meaning> meanings) {
    return meanings.values().stream().flatMap(m -> m.positive().stream()).distinct().toList();
  }

  private static String key(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT);
  }
}
