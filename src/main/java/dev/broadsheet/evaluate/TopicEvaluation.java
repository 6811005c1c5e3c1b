package dev.broadsheet.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Collects judged documents and scores them. Mergeable: the report depends on which documents were
 * added, not on their order. One thread at a time.
 */
public final class TopicEvaluation {

  private static final int SAMPLES = 1000;
  private static final long SEED = 1;

  private final List<Judged> judged = new ArrayList<>();

  public void add(Judged document) {
    judged.add(document);
  }

  /** Those documents as well. */
  public void merge(TopicEvaluation other) {
    judged.addAll(other.judged);
  }

  /** The scores of all documents so far; at least one. */
  public TopicReport report() {
    List<Judged> documents =
        judged.stream()
            .sorted(Comparator.comparing(Judged::source).thenComparing(Judged::id))
            .toList();
    List<String> codes = codes(documents);
    Counts[][] decisions = decisions(documents, codes);
    Counts[] sums = sums(decisions, identity(documents.size()));
    List<TopicReport.Topic> topics = topics(documents, codes, sums);
    Reliability reliability = reliability(documents);
    return new TopicReport(
        documents.size(),
        TopicReport.Scores.of(Arrays.stream(sums).reduce(Counts.NONE, Counts::plus)),
        macroF1(sums),
        topics.stream()
            .mapToDouble(TopicReport.Topic::averagePrecision)
            .filter(precision -> !Double.isNaN(precision))
            .average()
            .orElse(Double.NaN),
        interval(decisions, TopicEvaluation::microF1),
        interval(decisions, TopicEvaluation::macroF1),
        reliability.expectedCalibrationError(),
        reliability.brier(),
        reliability.bins(),
        topics);
  }

  private static List<String> codes(List<Judged> documents) {
    TreeSet<String> codes = new TreeSet<>();
    for (Judged document : documents) {
      codes.addAll(document.truth());
      codes.addAll(document.given());
    }
    return List.copyOf(codes);
  }

  /** {@code [document][topic]}. */
  private static Counts[][] decisions(List<Judged> documents, List<String> codes) {
    return documents.stream()
        .map(
            document ->
                codes.stream()
                    .map(
                        code ->
                            Counts.NONE.plus(
                                document.given().contains(code), document.truth().contains(code)))
                    .toArray(Counts[]::new))
        .toArray(Counts[][]::new);
  }

  private static Counts[] sums(Counts[][] decisions, int[] sample) {
    Counts[] sums = new Counts[decisions[0].length];
    Arrays.fill(sums, Counts.NONE);
    for (int document : sample) {
      for (int topic = 0; topic < sums.length; topic++) {
        sums[topic] = sums[topic].plus(decisions[document][topic]);
      }
    }
    return sums;
  }

  private static List<TopicReport.Topic> topics(
      List<Judged> documents, List<String> codes, Counts[] sums) {
    List<TopicReport.Topic> topics = new ArrayList<>();
    for (int topic = 0; topic < sums.length; topic++) {
      String code = codes.get(topic);
      topics.add(
          new TopicReport.Topic(
              code,
              sums[topic].hits() + sums[topic].misses(),
              TopicReport.Scores.of(sums[topic]),
              averagePrecision(documents, code)));
    }
    return topics;
  }

  private static double averagePrecision(List<Judged> documents, String code) {
    double[] scores = new double[documents.size()];
    boolean[] truth = new boolean[documents.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = documents.get(i).probabilities().getOrDefault(code, 0.0);
      truth[i] = documents.get(i).truth().contains(code);
    }
    return AveragePrecision.of(scores, truth);
  }

  private static Reliability reliability(List<Judged> documents) {
    Reliability reliability = new Reliability();
    for (Judged document : documents) {
      new TreeMap<>(document.probabilities())
          .forEach((code, p) -> reliability.add(p, document.truth().contains(code)));
    }
    return reliability;
  }

  private static double microF1(Counts[] sums) {
    return Arrays.stream(sums).reduce(Counts.NONE, Counts::plus).f1();
  }

  private static double macroF1(Counts[] sums) {
    return Arrays.stream(sums).mapToDouble(Counts::f1).average().orElse(Double.NaN);
  }

  /** The percentile bootstrap over documents (Efron and Tibshirani, 1993). */
  private static TopicReport.Interval interval(
      Counts[][] decisions, ToDoubleFunction<Counts[]> score) {
    Random random = new Random(SEED);
    double[] scores = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      scores[i] =
          score.applyAsDouble(
              sums(decisions, random.ints(decisions.length, 0, decisions.length).toArray()));
    }
    Arrays.sort(scores);
    return new TopicReport.Interval(scores[SAMPLES / 40], scores[SAMPLES - 1 - SAMPLES / 40]);
  }

  private static int[] identity(int size) {
    return IntStream.range(0, size).toArray();
  }
}
