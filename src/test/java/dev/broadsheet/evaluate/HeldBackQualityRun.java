package dev.broadsheet.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.evaluate.TopicSets.Document;
import dev.broadsheet.topics.TopicClassifier;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The default model's method against a naive baseline, both trained without the data they are
 * judged on. Needs the sentence encoder of the Maven profile {@code teacher}.
 */
class HeldBackQualityRun {

  private static final String DIPLOMACY = "medtop:20000639";

  @BeforeAll
  static void load() throws IOException {
    TopicQualityRun.load();
  }

  @Test
  void lastTenthOfWikipediasDays() throws IOException {
    SortedMap<String, Object> scores = new TreeMap<>();
    scores.put("naive_baseline", NineHeadings.scores(HeldBackData.model(WayToTrain.NAIVE)));
    scores.put("default_model", NineHeadings.scores(HeldBackData.model(WayToTrain.DEFAULT)));
    TopicSets.write("topics-held-back-wikipedia.json", scores);
  }

  @Test
  void fullArticles() throws IOException {
    TopicModel naive = HeldBackData.model(WayToTrain.NAIVE);
    SortedMap<String, Object> scores = new TreeMap<>();
    for (WayToTrain way : List.of(WayToTrain.NAIVE, WayToTrain.DEFAULT)) {
      TopicModel model = HeldBackData.model(way);
      String name = way == WayToTrain.NAIVE ? "naive_baseline" : "default_model";
      scores.put(name + "_wikinews", report(wikinews(model)));
      scores.put(name + "_wikinews_common_topics", report(wikinews(model), naive));
      scores.put(name + "_releases_diplomacy_average_precision", releases(model));
    }
    TopicSets.write("topics-full-articles.json", scores);
  }

  /** The README's table. */
  @Test
  void waysToTrain() throws IOException {
    TopicModel naive = HeldBackData.model(WayToTrain.NAIVE);
    Map<String, Object> scores = new LinkedHashMap<>();
    for (WayToTrain way : WayToTrain.values()) {
      TopicModel model = HeldBackData.model(way);
      SortedMap<String, Object> of = new TreeMap<>(NineHeadings.scores(model));
      of.put(
          "wikinews_macro_average_precision",
          report(wikinews(model), naive).get("macro_average_precision"));
      of.put("wikinews_calibration_error", report(wikinews(model)).expectedCalibrationError());
      of.put("releases_diplomacy_average_precision", releases(model));
      of.put("bbc_accuracy_among_five", TopicQualityRun.amongFive(model));
      scores.put(way.name().toLowerCase(Locale.ROOT), of);
    }
    TopicSets.write("topics-ways.json", scores);
  }

  private static TopicReport report(List<Judged> judged) {
    TopicEvaluation evaluation = new TopicEvaluation();
    judged.forEach(evaluation::add);
    return evaluation.report();
  }

  /** Only the topics that the naive baseline knows, too. */
  private static SortedMap<String, Double> report(List<Judged> judged, TopicModel naive) {
    Set<String> known = new TreeSet<>();
    naive.card().topics().forEach(topic -> known.add(topic.code()));
    SortedMap<String, Double> precisions = new TreeMap<>();
    for (TopicReport.Topic topic : report(judged).topics()) {
      if (known.contains(topic.code()) && topic.support() >= 4) {
        precisions.put(topic.code(), topic.averagePrecision());
      }
    }
    double mean =
        precisions.values().stream().mapToDouble(precision -> precision).average().orElseThrow();
    precisions.put("macro_average_precision", mean);
    return precisions;
  }

  private static List<Judged> wikinews(TopicModel model) throws IOException {
    Map<String, Set<String>> truth = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("data/quality/wikinews-labels.jsonl"))) {
      JsonNode record = new ObjectMapper().readTree(line);
      Set<String> topics = new TreeSet<>();
      record.path("topics").forEach(topic -> topics.add(topic.asText()));
      truth.put(record.path("id").asText(), topics);
    }
    TopicClassifier classifier = new TopicClassifier(model);
    List<Judged> judged = new ArrayList<>();
    for (Document document : TopicSets.read("wikinews-2019-2020")) {
      if (!truth.getOrDefault(document.id(), Set.of()).isEmpty()) {
        judged.add(
            TopicQualityRun.judge(
                document, "wikinews", model, classifier, truth.get(document.id())));
      }
    }
    return judged;
  }

  /** Diplomacy in the releases held back: by publisher, or by the set's weak label. */
  private static double releases(TopicModel model) throws IOException {
    TopicClassifier classifier = new TopicClassifier(model);
    List<Judged> judged = new ArrayList<>();
    for (String set : List.of("us-state-department", "white-house-briefing-room")) {
      for (Document document : TopicSets.read(set)) {
        if (HeldBackData.isHeldBack(set, document.record())) {
          boolean isDiplomacy =
              set.startsWith("us-state") || !document.record().path("weak_labels").isEmpty();
          Set<String> truth = isDiplomacy ? Set.of(DIPLOMACY) : Set.of();
          judged.add(TopicQualityRun.judge(document, set, model, classifier, truth));
        }
      }
    }
    return report(judged).topics().stream()
        .filter(topic -> topic.code().equals(DIPLOMACY))
        .mapToDouble(TopicReport.Topic::averagePrecision)
        .findFirst()
        .orElseThrow();
  }
}
