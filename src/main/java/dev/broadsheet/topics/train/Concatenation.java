package dev.broadsheet.topics.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes long documents of short ones under the same label, so that the fit sees documents of an
 * article's length. A long document is as probably on a topic as its parts are on average, of those
 * of which it is known. Its parts are all held back or none is.
 */
final class Concatenation {

  private static final int MOST_PARTS = 9;
  private static final int LEAST_DOCUMENTS = 50;

  /** A document of more distinct terms is long already. */
  private static final int MOST_TERMS = 200;

  private final Random random;

  private Concatenation(long seed) {
    random = new Random(seed);
  }

  /**
   * Long documents.
   *
   * @param share how many for each short one
   */
  static List<Lesson> of(List<Lesson> lessons, double share, long seed) {
    Map<String, List<Lesson>> byLabel = new TreeMap<>();
    for (Lesson lesson : lessons) {
      Example example = lesson.example();
      if (example.label() != null && example.size() <= MOST_TERMS) {
        String label = example.source() + "/" + example.label() + "/" + example.isHeldBack();
        byLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(lesson);
      }
    }
    Concatenation concatenation = new Concatenation(seed);
    List<Lesson> made = new ArrayList<>();
    byLabel.forEach((label, parts) -> concatenation.add(label, parts, share, made));
    return made;
  }

  private void add(String label, List<Lesson> lessons, double share, List<Lesson> made) {
    int count = lessons.size() < LEAST_DOCUMENTS ? 0 : (int) (lessons.size() * share);
    for (int i = 0; i < count; i++) {
      List<Lesson> parts = new ArrayList<>();
      for (int part = 2 + random.nextInt(MOST_PARTS - 1); part > 0; part--) {
        parts.add(lessons.get(random.nextInt(lessons.size())));
      }
      Example whole = Example.join(label + "/" + i, parts.stream().map(Lesson::example).toList());
      made.add(new Lesson(whole, mean(parts)));
    }
  }

  private static float[] mean(List<Lesson> parts) {
    float[] mean = new float[parts.get(0).truth().length];
    for (int topic = 0; topic < mean.length; topic++) {
      int known = 0;
      for (Lesson part : parts) {
        float truth = part.truth()[topic];
        known += Float.isNaN(truth) ? 0 : 1;
        mean[topic] += Float.isNaN(truth) ? 0 : truth;
      }
      mean[topic] /= known;
    }
    return mean;
  }
}
