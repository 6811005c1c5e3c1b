package dev.broadsheet.evaluate;

import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.topics.Taxonomy;
import dev.broadsheet.topics.TopicClassifier;
import dev.broadsheet.topics.TopicModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** BBC News' five subjects as Media Topics. */
final class FiveSubjects {

  private static final Map<String, String> CODES =
      new TreeMap<>(
          Map.of(
              "business", "medtop:04000000",
              "entertainment", "medtop:01000000",
              "politics", "medtop:11000000",
              "sport", "medtop:15000000",
              "tech", "medtop:13000000"));

  private static final String ECONOMY = "medtop:04000000";
  private static final String COMPUTING = "medtop:20000225";

  private FiveSubjects() {}

  /**
   * The same as two readers see BBC's technology: they filed all of 40 such articles under
   * computing, which lies below economy, and few under science and technology. So technology is
   * computing, and business is what else is economy.
   */
  static double accuracyByReaders(
      TopicModel model, List<TopicSets.Document> documents, Segmenter segmenter) {
    TopicClassifier classifier = new TopicClassifier(model);
    Taxonomy taxonomy = model.taxonomy();
    int right = 0;
    for (TopicSets.Document document : documents) {
      double[] probabilities = TopicQualityRun.probabilities(document, classifier, segmenter);
      probabilities[taxonomy.index("medtop:13000000")] = probabilities[taxonomy.index(COMPUTING)];
      probabilities[taxonomy.index(ECONOMY)] -= probabilities[taxonomy.index(COMPUTING)];
      right += document.labels().contains(best(taxonomy, probabilities)) ? 1 : 0;
    }
    return (double) right / documents.size();
  }

  /** How often the most probable of the five is the document's. */
  static double accuracy(
      TopicModel model, List<TopicSets.Document> documents, Segmenter segmenter) {
    TopicClassifier classifier = new TopicClassifier(model);
    int right = 0;
    for (TopicSets.Document document : documents) {
      double[] probabilities = TopicQualityRun.probabilities(document, classifier, segmenter);
      right += document.labels().contains(best(model.taxonomy(), probabilities)) ? 1 : 0;
    }
    return (double) right / documents.size();
  }

  private static String best(Taxonomy taxonomy, double[] probabilities) {
    String best = null;
    double most = -1;
    for (Map.Entry<String, String> subject : CODES.entrySet()) {
      double probability = probabilities[taxonomy.index(subject.getValue())];
      if (probability > most) {
        most = probability;
        best = subject.getKey();
      }
    }
    return best;
  }
}
