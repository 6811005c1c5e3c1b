package dev.broadsheet.evaluate;

import dev.broadsheet.pipeline.Fingerprint;
import dev.broadsheet.topics.Reliability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Collects judged documents and scores them. Mergeable: the report depends on which documents were
 * added, not on their order. One thread at a time.
 */
public final class TopicEvaluation {

  private final List<Judged> judged = new ArrayList<>();

  public void add(Judged document) {
    judged.add(document);
  }

  /** Those documents as well. */
  public void merge(TopicEvaluation other) {
    judged.addAll(other.judged);
  }

  /**
   * The scores of all documents so far.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TopicReport report() {
    if (judged.isEmpty()) {
      throw new IllegalArgumentException(
          "No document has a tag that tells of a topic; check --map and --label-map.");
    }
    List<Judged> documents = documents();
    List<String> codes = codes(documents);
    Decisions decisions = new Decisions(documents, codes);
    Counts[] sums = decisions.sums();
    List<TopicReport.Topic> topics = topics(documents, codes, sums);
    Reliability reliability = reliability(documents, (document, code) -> true);
    Reliability given = reliability(documents, (document, code) -> document.given().contains(code));
    return new TopicReport(
        documents.size(),
        hash(documents),
        documents.stream().mapToLong(document -> document.known().size()).sum(),
        TopicReport.Scores.of(Arrays.stream(sums).reduce(Counts.NONE, Counts::plus)),
        macroF1(sums),
        macroAveragePrecision(topics),
        decisions.interval(TopicEvaluation::microF1),
        decisions.interval(TopicEvaluation::macroF1),
        orNull(reliability.expectedCalibrationError()),
        orNull(reliability.brier()),
        reliability.bins(),
        orNull(given.expectedCalibrationError()),
        given.bins(),
        orNull(accuracyAmongTold(documents)),
        topics,
        Slices.bySource(documents),
        Slices.byLength(documents),
        Confusions.of(documents));
  }

  /** All documents so far, by source and id. */
  public List<Judged> documents() {
    return judged.stream()
        .sorted(Comparator.comparing(Judged::source).thenComparing(Judged::id))
        .toList();
  }

  /** Codes that a document has or was given. */
  static List<String> codes(List<Judged> documents) {
    TreeSet<String> codes = new TreeSet<>();
    for (Judged document : documents) {
      codes.addAll(document.truth());
      codes.addAll(document.given());
    }
    return List.copyOf(codes);
  }

  static List<TopicReport.Topic> topics(List<Judged> documents, List<String> codes, Counts[] sums) {
    return IntStream.range(0, sums.length)
        .mapToObj(
            topic ->
                new TopicReport.Topic(
                    codes.get(topic),
                    sums[topic].hits() + sums[topic].misses(),
                    TopicReport.Scores.of(sums[topic]),
                    averagePrecision(documents, codes.get(topic))))
        .toList();
  }

  /** Null if no document has a topic. */
  static Double macroAveragePrecision(List<TopicReport.Topic> topics) {
    return orNull(
        topics.stream()
            .filter(topic -> topic.averagePrecision() != null)
            .mapToDouble(TopicReport.Topic::averagePrecision)
            .average()
            .orElse(Double.NaN));
  }

  /** Among the documents of which it is known; null if none has the topic. */
  private static Double averagePrecision(List<Judged> documents, String code) {
    List<Judged> known = documents.stream().filter(d -> d.known().contains(code)).toList();
    double[] scores = new double[known.size()];
    boolean[] truth = new boolean[known.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = known.get(i).probabilities().getOrDefault(code, 0.0);
      truth[i] = known.get(i).truth().contains(code);
    }
    return orNull(AveragePrecision.of(scores, truth));
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Reliability reliability(
      List<Judged> documents, BiPredicate<Judged, String> isAsked) {
    Reliability reliability = new Reliability();
    for (Judged document : documents) {
      new TreeMap<>(document.probabilities())
          .forEach(
              (code, p) -> {
                if (isAsked.test(document, code)) {
                  reliability.add(p, document.truth().contains(code));
                }
              });
    }
    return reliability;
  }

  /** Of documents that are on one of the told topics; parents count as topics of their own. */
  private static double accuracyAmongTold(List<Judged> documents) {
    return documents.stream()
        .filter(document -> document.truth().size() == 1 && !document.probabilities().isEmpty())
        .mapToInt(document -> document.truth().contains(best(document)) ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** The most probable topic; of equals the first by code. */
  private static String best(Judged document) {
    return document.probabilities().entrySet().stream()
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private static double microF1(Counts[] sums) {
    return Arrays.stream(sums).reduce(Counts.NONE, Counts::plus).f1();
  }

  /** Over the topics that a document has. */
  static double macroF1(Counts[] sums) {
    return Arrays.stream(sums)
        .filter(counts -> counts.hits() + counts.misses() > 0)
        .mapToDouble(Counts::f1)
        .average()
        .orElse(0);
  }

  /** Of what was asked: ids, known topics and those that are true. */
  private static String hash(List<Judged> documents) {
    Fingerprint hash = new Fingerprint();
    for (Judged document : documents) {
      hash.add(document.id());
      hash.add(new TreeSet<>(document.known()).toString());
      hash.add(new TreeSet<>(document.truth()).toString());
    }
    return hash.hex();
  }
}
