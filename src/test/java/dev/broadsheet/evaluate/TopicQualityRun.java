package dev.broadsheet.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.evaluate.TopicSets.Document;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.TopicClassifier;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.train.Example;
import dev.broadsheet.topics.train.ExampleMaker;
import dev.broadsheet.topics.train.LabelTaxonomy;
import dev.broadsheet.topics.train.LabelTrainer;
import dev.broadsheet.topics.train.LabelledDocument;
import dev.broadsheet.topics.train.TopicTasks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The benchmarks behind the table of scores in concepts/quality.md; not part of the build. Each
 * writes its scores to {@code data/quality}: {@code mvn test -Dtest=TopicQualityRun}.
 */
class TopicQualityRun {

  private static final int FOLDS = 5;

  private static SegmenterModels models;
  private static Segmenter segmenter;

  @BeforeAll
  static void load() throws IOException {
    assumeTrue(TopicSets.exist(), "needs ../shared");
    models = SegmenterModels.load();
    segmenter = new Segmenter(models);
  }

  @Test
  void trainedOnBbcFiveFold() throws IOException {
    fiveFold("bbc-news", "topics-trained-on-bbc.json");
  }

  @Test
  void trainedOnAgNewsFiveFold() throws IOException {
    fiveFold("ag-news-train10k", "topics-trained-on-ag-news.json");
  }

  @Test
  void trainedOnReutersNinety() throws IOException {
    List<Document> train = new ArrayList<>();
    List<Document> test = new ArrayList<>();
    for (Document document : TopicSets.read("reuters-21578")) {
      if (document.record().path("in_r90").asBoolean()) {
        boolean isTrain = document.record().path("modapte").asText().equals("train");
        (isTrain ? train : test).add(document);
      }
    }
    Set<String> ninety = labels(train);
    ninety.retainAll(labels(test));
    assertEquals(90, ninety.size());
    train.forEach(document -> document.labels().retainAll(ninety));
    test.forEach(document -> document.labels().retainAll(ninety));
    TopicModel model = train(train);
    TopicClassifier classifier = new TopicClassifier(model);
    TopicEvaluation evaluation = new TopicEvaluation();
    for (Document document : test) {
      evaluation.add(judge(document, "reuters", model, classifier, document.labels()));
    }
    TopicSets.write("topics-trained-on-reuters-90.json", evaluation.report());
  }

  private static Set<String> labels(List<Document> documents) {
    Set<String> labels = new TreeSet<>();
    documents.forEach(document -> labels.addAll(document.labels()));
    return labels;
  }

  @Test
  void defaultModelOnBbc() throws IOException {
    SortedMap<String, Object> scores = new TreeMap<>();
    TopicModel model = TopicModel.bundled();
    scores.put("accuracy_among_five", amongFive(model));
    scores.put(
        "accuracy_among_five_technology_being_computing",
        FiveSubjects.accuracyByReaders(model, TopicSets.read("bbc-news"), segmenter));
    scores.put("model_fingerprint", model.fingerprint());
    TopicSets.write("topics-default-on-bbc.json", scores);
  }

  static double amongFive(TopicModel model) throws IOException {
    return FiveSubjects.accuracy(model, TopicSets.read("bbc-news"), segmenter);
  }

  /**
   * Processor time, segmented before, as in the pipeline; texts of 1.2 to 4.8 KB, scaled to 2.4 KB.
   */
  @Test
  void costPerArticle() throws IOException {
    TopicModel model = TopicModel.bundled();
    TopicClassifier classifier = new TopicClassifier(model);
    List<SegmentedText> titles = new ArrayList<>();
    List<SegmentedText> bodies = new ArrayList<>();
    for (Document document : TopicSets.read("bbc-news")) {
      if (document.text().length() > 1200 && document.text().length() < 4800) {
        titles.add(segmenter.segment(document.title()));
        bodies.add(segmenter.segment(document.text()));
      }
    }
    long characters = bodies.stream().mapToLong(body -> body.text().length()).sum();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 12; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < bodies.size(); i++) {
        classifier.classify(titles.get(i), bodies.get(i));
      }
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1e3);
    }
    SortedMap<String, Object> scores = new TreeMap<>();
    scores.put("articles", bodies.size());
    scores.put("microseconds_per_2400_characters", best * 2400 / characters);
    scores.put("model_bytes", ModelFiles.bundled().values().stream().mapToInt(b -> b.length).sum());
    TopicSets.write("topics-cost.json", scores);
  }

  private static void fiveFold(String set, String file) throws IOException {
    List<Document> documents = new ArrayList<>(TopicSets.read(set));
    Collections.shuffle(documents, new Random(42));
    int right = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Document> seen = new ArrayList<>();
      List<Document> unseen = new ArrayList<>();
      for (int i = 0; i < documents.size(); i++) {
        (i % FOLDS == fold ? unseen : seen).add(documents.get(i));
      }
      right += right(train(seen), unseen);
    }
    SortedMap<String, Object> scores = new TreeMap<>();
    scores.put("protocol", "5-fold, shuffled with seed 42; best of calibrated probabilities");
    scores.put("documents", documents.size());
    scores.put("accuracy", (double) right / documents.size());
    TopicSets.write(file, scores);
  }

  static int right(TopicModel model, List<Document> documents) {
    TopicClassifier classifier = new TopicClassifier(model);
    int right = 0;
    for (Document document : documents) {
      double[] probabilities = probabilities(document, classifier, segmenter);
      int best = 0;
      for (int topic = 1; topic < probabilities.length; topic++) {
        best = probabilities[topic] > probabilities[best] ? topic : best;
      }
      right += document.labels().contains(model.taxonomy().topic(best).code()) ? 1 : 0;
    }
    return right;
  }

  static double[] probabilities(
      Document document, TopicClassifier classifier, Segmenter segmenter) {
    return classifier.probabilities(
        segmenter.segment(document.title()), segmenter.segment(document.text()));
  }

  private static TopicModel train(List<Document> documents) throws IOException {
    return train(documents, null);
  }

  /** A model of the documents' own labels, with a known model's topics as features or without. */
  static TopicModel train(List<Document> documents, TopicModel known) throws IOException {
    ExampleMaker maker = new ExampleMaker(models);
    List<Example> examples = new ArrayList<>();
    for (Document document : documents) {
      examples.add(
          maker.make(
              new LabelledDocument(
                  document.id(),
                  LabelTrainer.SOURCE,
                  document.title(),
                  document.text(),
                  List.copyOf(new TreeSet<>(document.labels())))));
    }
    LabelTrainer trainer =
        new LabelTrainer("benchmark", LabelTaxonomy.flat("benchmark"), examples, known);
    return TopicModel.of(trainer.train(TopicTasks.here(trainer), Map.of()));
  }

  /** A document as the model sees it, beside its true topics. */
  static Judged judge(
      Document document,
      String source,
      TopicModel model,
      TopicClassifier classifier,
      Set<String> truth) {
    SegmentedText title = segmenter.segment(document.title());
    SegmentedText body = segmenter.segment(document.text());
    double[] values = classifier.probabilities(title, body);
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (int topic = 0; topic < values.length; topic++) {
      probabilities.put(model.taxonomy().topic(topic).code(), values[topic]);
    }
    Set<String> given = new TreeSet<>();
    classifier.classify(title, body).forEach(score -> given.add(score.code()));
    return new Judged(document.id(), source, body.tokenCount(), probabilities, given, truth);
  }
}
