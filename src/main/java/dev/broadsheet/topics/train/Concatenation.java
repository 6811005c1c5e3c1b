package dev.broadsheet.topics.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes long documents of short ones under the same label, so that the fit and its calibration see
 * documents of an article's length. A long document is on a topic if half of its parts are, and not
 * on it if no part is and half of them are known not to be. Its parts are all held back or none is.
 */
final class Concatenation {

  private static final int MOST_PARTS = 9;
  private static final int LEAST_DOCUMENTS = 50;

  private final Random random;

  private Concatenation(long seed) {
    random = new Random(seed);
  }

  /**
   * Long documents.
   *
   * @param share how many for each short one
   */
  static List<Example> of(List<Example> examples, double share, long seed) {
    Map<String, List<Example>> byLabel = new TreeMap<>();
    for (Example example : examples) {
      if (example.label() != null) {
        String label = example.source() + "/" + example.label() + "/" + example.isHeldBack();
        byLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(example);
      }
    }
    Concatenation concatenation = new Concatenation(seed);
    List<Example> made = new ArrayList<>();
    byLabel.forEach((label, parts) -> concatenation.add(label, parts, share, made));
    return made;
  }

  private void add(String label, List<Example> examples, double share, List<Example> made) {
    int count = examples.size() < LEAST_DOCUMENTS ? 0 : (int) (examples.size() * share);
    for (int i = 0; i < count; i++) {
      List<Example> parts = new ArrayList<>();
      for (int part = 2 + random.nextInt(MOST_PARTS - 1); part > 0; part--) {
        parts.add(examples.get(random.nextInt(examples.size())));
      }
      made.add(join(label + "/" + i, parts));
    }
  }

  private static Example join(String id, List<Example> parts) {
    Map<Long, Integer> counts = new TreeMap<>();
    for (Example part : parts) {
      for (int i = 0; i < part.size(); i++) {
        counts.merge(part.term(i), part.count(i), Integer::sum);
      }
    }
    byte[] targets = new byte[parts.get(0).topics()];
    for (int topic = 0; topic < targets.length; topic++) {
      targets[topic] = target(parts, topic);
    }
    return new Example(
        id,
        "concatenation",
        List.of(),
        counts.keySet().stream().mapToLong(Long::longValue).toArray(),
        counts.values().stream().mapToInt(Integer::intValue).toArray(),
        targets,
        null,
        parts.get(0).isHeldBack());
  }

  private static byte target(List<Example> parts, int topic) {
    long yes = parts.stream().filter(part -> part.target(topic) == Target.YES).count();
    long no = parts.stream().filter(part -> part.target(topic) == Target.NO).count();
    if (2 * yes >= parts.size()) {
      return Target.YES;
    }
    return yes == 0 && 2 * no >= parts.size() ? Target.NO : Target.UNKNOWN;
  }
}
