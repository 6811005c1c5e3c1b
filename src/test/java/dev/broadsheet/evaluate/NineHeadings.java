package dev.broadsheet.evaluate;

import dev.broadsheet.evaluate.TopicSets.Document;
import dev.broadsheet.topics.Reliability;
import dev.broadsheet.topics.TopicClassifier;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Nine headings of Wikipedia's current events as Media Topics, on the days held back. */
final class NineHeadings {

  private static final String POLITICS = "medtop:11000000";
  private static final String RELATIONS = "medtop:20000638";

  private static final Map<String, String> HEADINGS =
      new TreeMap<>(
          Map.of(
              "Armed conflicts and attacks", "medtop:16000000",
              "Politics and elections", POLITICS,
              "Law and crime", "medtop:02000000",
              "Disasters and accidents", "medtop:03000000",
              "Business and economy", "medtop:04000000",
              "Sports", "medtop:15000000",
              "Arts and culture", "medtop:01000000",
              "Science and technology", "medtop:13000000",
              "International relations", RELATIONS));

  private NineHeadings() {}

  static SortedMap<String, Object> scores(TopicModel model) throws IOException {
    TopicClassifier classifier = new TopicClassifier(model);
    Map<String, Counts> counts = new LinkedHashMap<>();
    HEADINGS.keySet().forEach(heading -> counts.put(heading, Counts.NONE));
    Reliability reliability = new Reliability();
    int documents = 0;
    int right = 0;
    for (Document document : TopicSets.read("wikipedia-current-events")) {
      String truth = document.labels().stream().findFirst().orElse("");
      if (HEADINGS.containsKey(truth) && HeldBackData.isHeldBack("wikipedia", document.record())) {
        Judged judged = TopicQualityRun.judge(document, "wikipedia", model, classifier, Set.of());
        String best = heading(judged.probabilities());
        counts.replaceAll((heading, c) -> c.plus(heading.equals(best), heading.equals(truth)));
        calibrate(judged.probabilities(), truth, reliability);
        documents++;
        right += best.equals(truth) ? 1 : 0;
      }
    }
    SortedMap<String, Object> scores = new TreeMap<>();
    scores.put("documents", documents);
    scores.put("accuracy", (double) right / documents);
    scores.put(
        "macro_f1", counts.values().stream().mapToDouble(Counts::f1).average().orElseThrow());
    scores.put("international_relations_f1", counts.get("International relations").f1());
    scores.put("expected_calibration_error", reliability.expectedCalibrationError());
    return scores;
  }

  /** Each heading's topic; politics stands for what is not international relations. */
  private static String heading(Map<String, Double> probabilities) {
    String best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, String> heading : HEADINGS.entrySet()) {
      double probability = probabilities.get(heading.getValue());
      if (heading.getValue().equals(POLITICS)) {
        probability -= probabilities.get(RELATIONS);
      }
      if (probability > most) {
        most = probability;
        best = heading.getKey();
      }
    }
    return best;
  }

  private static void calibrate(
      Map<String, Double> probabilities, String truth, Reliability reliability) {
    String code = HEADINGS.get(truth);
    for (String topic : HEADINGS.values()) {
      boolean isTrue = topic.equals(code) || (topic.equals(POLITICS) && RELATIONS.equals(code));
      reliability.add(probabilities.get(topic), isTrue);
    }
  }
}
