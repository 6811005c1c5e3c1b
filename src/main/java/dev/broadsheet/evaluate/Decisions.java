package dev.broadsheet.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was given and what is true, document by document, as numbers: a sample is summed up by
 * passing over hits, false alarms and misses alone. Immutable.
 */
final class Decisions {

  private static final int SAMPLES = 1000;
  private static final long SEED = 1;
  private static final int KINDS = 3;
  private static final int HIT = 0;
  private static final int FALSE_ALARM = 1;
  private static final int MISS = 2;

  private final List<String> codes;

  /** {@code [document]}: a topic's place among the codes, times the kinds, plus the kind. */
  private final int[][] cells;

  Decisions(List<Judged> documents, List<String> codes) {
    this.codes = codes;
    this.cells = documents.stream().map(this::cells).toArray(int[][]::new);
  }

  private int[] cells(Judged document) {
    return IntStream.range(0, codes.size())
        .filter(topic -> document.known().contains(codes.get(topic)))
        .map(topic -> cell(topic, document))
        .filter(cell -> cell >= 0)
        .toArray();
  }

  private int cell(int topic, Judged document) {
    boolean given = document.given().contains(codes.get(topic));
    boolean truth = document.truth().contains(codes.get(topic));
    if (!given && !truth) {
      return -1;
    }
    return topic * KINDS + (given && truth ? HIT : given ? FALSE_ALARM : MISS);
  }

  /** Of all documents, a topic each. */
  Counts[] sums() {
    return sums(IntStream.range(0, cells.length).toArray());
  }

  private Counts[] sums(int[] documents) {
    long[] sums = new long[codes.size() * KINDS];
    for (int document : documents) {
      for (int cell : cells[document]) {
        sums[cell]++;
      }
    }
    return IntStream.range(0, codes.size())
        .map(topic -> topic * KINDS)
        .mapToObj(c -> new Counts(sums[c + HIT], sums[c + FALSE_ALARM], sums[c + MISS]))
        .toArray(Counts[]::new);
  }

  /** A score and its percentile bootstrap over documents (Efron and Tibshirani, 1993). */
  Interval interval(ToDoubleFunction<Counts[]> score) {
    Random random = new Random(SEED);
    double[] scores = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      scores[i] = score.applyAsDouble(sums(random.ints(cells.length, 0, cells.length).toArray()));
    }
    Arrays.sort(scores);
    return new Interval(
        score.applyAsDouble(sums()), scores[SAMPLES / 40], scores[SAMPLES - 1 - SAMPLES / 40]);
  }
}
