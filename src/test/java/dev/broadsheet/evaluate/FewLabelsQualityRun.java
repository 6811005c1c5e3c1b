package dev.broadsheet.evaluate;

import dev.broadsheet.evaluate.TopicSets.Document;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Own labels of few documents, with the default model's topics as a start and without: {@code mvn
 * test -Dtest=FewLabelsQualityRun}.
 */
class FewLabelsQualityRun {

  private static final int SEEDS = 5;

  /** Student's, for 95 % of a mean of five. */
  private static final double DEVIATIONS = 2.776;

  @BeforeAll
  static void load() throws IOException {
    TopicQualityRun.load();
  }

  @Test
  void aHundredToAThousandDocuments() throws IOException {
    Map<String, Object> scores = new LinkedHashMap<>();
    scores.put(
        "protocol",
        "accuracy on all documents but those trained on; means of 5 seeds, with 95 % intervals of"
            + " the mean; the most probable label");
    scores.put("known_topics", TopicModel.bundled().name());
    for (String set : List.of("bbc-news", "ag-news-train10k")) {
      List<Document> documents = TopicSets.read(set);
      for (int size : new int[] {100, 300, 1000}) {
        scores.put(set + "_" + size, scores(documents, size));
      }
    }
    TopicSets.write("topics-few-labels.json", scores);
  }

  private static SortedMap<String, Object> scores(List<Document> documents, int size)
      throws IOException {
    double[] without = new double[SEEDS];
    double[] with = new double[SEEDS];
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Document> shuffled = new ArrayList<>(documents);
      Collections.shuffle(shuffled, new Random(seed));
      List<Document> seen = shuffled.subList(0, size);
      List<Document> unseen = shuffled.subList(size, shuffled.size());
      without[seed] = accuracy(TopicQualityRun.train(seen, null), unseen);
      with[seed] = accuracy(TopicQualityRun.train(seen, TopicModel.bundled()), unseen);
    }
    double[] gain = IntStream.range(0, SEEDS).mapToDouble(i -> with[i] - without[i]).toArray();
    return new TreeMap<>(
        Map.of(
            "without_default_topics", mean(without),
            "with_default_topics", mean(with),
            "gain", mean(gain)));
  }

  private static double accuracy(TopicModel model, List<Document> documents) {
    return (double) TopicQualityRun.right(model, documents) / documents.size();
  }

  private static SortedMap<String, Object> mean(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double half = DEVIATIONS * Math.sqrt(squares / (SEEDS - 1) / SEEDS);
    return new TreeMap<>(
        Map.of("mean", mean, "low", mean - half, "high", mean + half, "of_seeds", values));
  }
}
