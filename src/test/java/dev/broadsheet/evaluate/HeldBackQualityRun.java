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
 * judged on.
 */
class HeldBackQualityRun {

  private static final String DIPLOMACY = "medtop:20000639";

  /** Topics that every way knows and four of the Wikinews articles have. */
  private static final Set<String> EIGHTEEN =
      Set.of(
          "medtop:01000000",
          "medtop:02000000",
          "medtop:03000000",
          "medtop:04000000",
          "medtop:06000000",
          "medtop:07000000",
          "medtop:08000000",
          "medtop:10000000",
          "medtop:11000000",
          "medtop:12000000",
          "medtop:13000000",
          "medtop:14000000",
          "medtop:15000000",
          "medtop:16000000",
          "medtop:20000045",
          "medtop:20000587",
          "medtop:20000638",
          "medtop:20000639");

  @BeforeAll
  static void load() throws IOException {
    TopicQualityRun.load();
  }

  /**
   * The table of ways to train in concepts/quality.md; with {@code -Dbroadsheet.way=words} its one
   * row.
   */
  @Test
  void waysToTrain() throws IOException {
    Path file = Path.of("data/quality/topics-ways.json");
    JsonNode before = new ObjectMapper().readTree(file.toFile());
    String only = System.getProperty("broadsheet.way");
    Map<String, Object> scores = new LinkedHashMap<>();
    for (WayToTrain way : WayToTrain.values()) {
      String name = way.name().toLowerCase(Locale.ROOT);
      if (only == null || only.equals(name)) {
        scores.put(name, scores(HeldBackData.model(way)));
      } else if (before.has(name)) {
        scores.put(name, before.path(name));
      }
    }
    TopicSets.write("topics-ways.json", scores);
  }

  private static SortedMap<String, Object> scores(TopicModel model) throws IOException {
    SortedMap<String, Object> of = new TreeMap<>();
    of.put("web_pages_held_back", ReadArticles.web(model));
    of.put("bbc_two_readers", ReadArticles.devBbc(model));
    of.put("wikipedia_headings", NineHeadings.scores(model));
    of.put("wikinews", wikinews(model));
    of.put("releases_diplomacy_average_precision", releases(model));
    of.put("bbc_accuracy_among_five", TopicQualityRun.amongFive(model));
    return of;
  }

  /** Over the eighteen topics by which these articles were labelled. */
  private static SortedMap<String, Object> wikinews(TopicModel model) throws IOException {
    TopicReport report = report(judgedWikinews(model));
    SortedMap<String, Object> scores = new TreeMap<>();
    scores.put(
        "macro_average_precision",
        report.topics().stream()
            .filter(topic -> topic.support() >= 4)
            .filter(topic -> EIGHTEEN.contains(topic.code()))
            .mapToDouble(TopicReport.Topic::averagePrecision)
            .average()
            .orElseThrow());
    return scores;
  }

  private static TopicReport report(List<Judged> judged) {
    TopicEvaluation evaluation = new TopicEvaluation();
    judged.forEach(evaluation::add);
    return evaluation.report();
  }

  private static List<Judged> judgedWikinews(TopicModel model) throws IOException {
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
