package dev.broadsheet.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scores of parts of the documents. */
final class Slices {

  private static final int MOST_SOURCES = 20;
  private static final int SHORT = 100;
  private static final int MEDIUM = 300;
  private static final int LONG = 600;

  private Slices() {}

  /** The largest sources, the largest first; ties by name. */
  static List<TopicReport.Slice> bySource(List<Judged> documents) {
    return by(documents, Judged::source).stream()
        .sorted(Comparator.comparingInt(TopicReport.Slice::documents).reversed())
        .limit(MOST_SOURCES)
        .toList();
  }

  /** By the length of the text, the shortest first. */
  static List<TopicReport.Slice> byLength(List<Judged> documents) {
    return by(documents, Slices::length);
  }

  private static String length(Judged document) {
    if (document.words() < SHORT) {
      return "  1- 99 words";
    }
    return document.words() < MEDIUM
        ? "100-299 words"
        : document.words() < LONG ? "300-599 words" : "600 words or more";
  }

  private static List<TopicReport.Slice> by(List<Judged> documents, Function<Judged, String> name) {
    return documents.stream()
        .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(slice -> slice(slice.getKey(), slice.getValue()))
        .toList();
  }

  private static TopicReport.Slice slice(String name, List<Judged> documents) {
    List<String> codes = TopicEvaluation.codes(documents);
    Counts[] sums = new Decisions(documents, codes).sums();
    return new TopicReport.Slice(
        name.strip(),
        documents.size(),
        TopicReport.Scores.of(Arrays.stream(sums).reduce(Counts.NONE, Counts::plus)),
        TopicEvaluation.macroF1(sums),
        TopicEvaluation.macroAveragePrecision(TopicEvaluation.topics(documents, codes, sums)));
  }
}
