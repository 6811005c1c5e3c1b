package dev.broadsheet.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.evaluate.TopicSets.Document;
import dev.broadsheet.topics.Taxonomy;
import dev.broadsheet.topics.TopicClassifier;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Full articles that readers labelled, judged with the parents of all topics. */
final class ReadArticles {

  private static final Path LABELS = Path.of("../shared/data/topics/read-labels");
  private static final Pattern CODE = Pattern.compile("medtop:\\d{8}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReadArticles() {}

  /** BBC's articles against each of two readers; nothing was trained on them. */
  static SortedMap<String, Object> devBbc(TopicModel model) throws IOException {
    Taxonomy taxonomy = Taxonomy.mediaTopics();
    Map<String, List<Set<String>>> truth = new HashMap<>();
    for (JsonNode line : lines(LABELS.resolve("dev-bbc.jsonl"))) {
      for (String reader : List.of("a", "b")) {
        add(line.path("id").asText(), line.path(reader), taxonomy, truth);
      }
    }
    return scores(model, TopicSets.read("bbc-news"), truth, codes("codebook.md"));
  }

  /** The half of the articles of web pages that {@link HeldBackData} holds back. */
  static SortedMap<String, Object> web(TopicModel model) throws IOException {
    Taxonomy taxonomy = Taxonomy.mediaTopics();
    Map<String, List<Set<String>>> truth = new HashMap<>();
    for (JsonNode line : lines(LABELS.resolve("labels-2.jsonl"))) {
      add(line.path("id").asText(), line, taxonomy, truth);
    }
    Predicate<Document> isHeldBack =
        document -> HeldBackData.isHeldBack("web-1575", document.record());
    return scores(
        model,
        TopicSets.read("web-1575").stream().filter(isHeldBack).toList(),
        truth,
        codes("codebook-2.md"));
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static Set<String> codes(String codeBook) throws IOException {
    Matcher codes = CODE.matcher(Files.readString(LABELS.resolve(codeBook)));
    Set<String> all = new TreeSet<>();
    while (codes.find()) {
      all.add(codes.group());
    }
    return all;
  }

  private static void add(
      String id, JsonNode reading, Taxonomy taxonomy, Map<String, List<Set<String>>> truth) {
    Set<String> topics = new HashSet<>();
    for (String field : List.of("main", "also")) {
      for (JsonNode code : reading.path(field)) {
        taxonomy
            .withParents(taxonomy.index(code.asText()))
            .forEach(topic -> topics.add(taxonomy.topic(topic).code()));
      }
    }
    truth.computeIfAbsent(id, key -> new ArrayList<>()).add(topics);
  }

  private static SortedMap<String, Object> scores(
      TopicModel model,
      List<Document> documents,
      Map<String, List<Set<String>>> truth,
      Set<String> codeBook) {
    Set<String> within = new TreeSet<>(codeBook);
    within.retainAll(model.card().topics().stream().map(topic -> topic.code()).toList());
    SortedMap<String, Object> scores = new TreeMap<>();
    List<Judged> judged = judged(model, documents, truth);
    scores.put("topics", within.size());
    scores.put("within_the_model", report(judged, within));
    scores.put("over_all_topics", report(judged, codeBook));
    return scores;
  }

  private static List<Judged> judged(
      TopicModel model, List<Document> documents, Map<String, List<Set<String>>> truth) {
    TopicClassifier classifier = new TopicClassifier(model);
    List<Judged> judged = new ArrayList<>();
    for (Document document : documents) {
      for (Set<String> read : truth.getOrDefault(document.id(), List.of())) {
        judged.add(TopicQualityRun.judge(document, "read", model, classifier, read));
      }
    }
    return judged;
  }

  private static SortedMap<String, Object> report(List<Judged> judged, Set<String> codes) {
    TopicEvaluation evaluation = new TopicEvaluation();
    judged.forEach(document -> evaluation.add(only(document, codes)));
    TopicReport report = evaluation.report();
    SortedMap<String, Object> scores = new TreeMap<>();
    scores.put("micro", report.micro());
    scores.put("micro_f1_interval", report.microF1Interval());
    scores.put("calibration_error_of_given", report.calibrationErrorOfGiven());
    scores.put("reliability_of_given", report.reliabilityOfGiven());
    return scores;
  }

  private static Judged only(Judged judged, Set<String> codes) {
    Map<String, Double> probabilities = new TreeMap<>(judged.probabilities());
    probabilities.keySet().retainAll(codes);
    return new Judged(
        judged.id(),
        judged.source(),
        judged.words(),
        probabilities,
        kept(judged.given(), codes),
        kept(judged.truth(), codes),
        codes);
  }

  private static Set<String> kept(Set<String> topics, Set<String> codes) {
    Set<String> kept = new TreeSet<>(topics);
    kept.retainAll(codes);
    return kept;
  }
}
