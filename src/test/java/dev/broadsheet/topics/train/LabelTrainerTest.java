package dev.broadsheet.topics.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.TopicScore;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.topics.ModelCard;
import dev.broadsheet.topics.TopicClassifier;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelTrainerTest {

  private static final Map<String, String[]> WORDS =
      Map.of(
          "gardens", new String[] {"rose", "soil", "seed", "hedge", "bloom"},
          "harbours", new String[] {"ship", "crane", "dock", "tide", "anchor"},
          "trains", new String[] {"rail", "signal", "platform", "engine", "tunnel"});

  private static SegmenterModels models;

  @TempDir Path directory;

  @BeforeAll
  static void load() throws IOException {
    models = SegmenterModels.load();
  }

  @Test
  void aModelForOnesOwnLabelsTellsThemApart() throws IOException {
    TopicModel model = TopicModel.of(train(documents(240, 1)));
    TopicClassifier classifier = new TopicClassifier(model);
    Segmenter segmenter = new Segmenter(models);
    int right = 0;
    List<LabelledDocument> fresh = documents(60, 2);
    for (LabelledDocument document : fresh) {
      String top =
          classifier.topTopic(
              classifier.classify(segmenter.segment(""), segmenter.segment(document.text())));
      right += document.labels().get(0).equals(top) ? 1 : 0;
    }
    assertTrue(right > 57, right + " of 60");
  }

  @Test
  void twoTrainingsGiveTheSameBytes() throws IOException {
    Map<String, byte[]> first = train(documents(120, 3));
    Map<String, byte[]> second = train(documents(120, 3));
    assertEquals(first.keySet(), second.keySet());
    first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
  }

  @Test
  void wordsThatNoDocumentHadTellByWhatTheDefaultTopicsSayOfThem() throws IOException {
    List<LabelledDocument> documents = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      documents.add(document("s" + i, "The striker scored in the football match.", "sport"));
      documents.add(document("m" + i, "The central bank raised interest rates.", "money"));
    }
    Map<String, byte[]> files = train(documents, LabelTaxonomy.flat("own"), TopicModel.bundled());
    TopicModel model = TopicModel.of(files);
    assertTrue(
        model.card().training().get("known_topics").toString().contains("broadsheet-topics"));
    String tennis = "The tennis player won the championship after a tournament of two weeks.";
    String shares = "Inflation and bond yields worried investors.";
    for (String text : List.of(tennis, shares)) {
      assertEquals(text.equals(tennis) ? "sport" : "money", top(model, text));
      assertPartsMakeTheLogit(model, text);
    }
  }

  private static LabelledDocument document(String id, String text, String label) {
    return new LabelledDocument(id, LabelTrainer.SOURCE, "", text, List.of(label));
  }

  private static String top(TopicModel model, String text) {
    Segmenter segmenter = new Segmenter(models);
    TopicClassifier classifier = new TopicClassifier(model);
    return classifier.topTopic(classifier.classify(segmenter.segment(""), segmenter.segment(text)));
  }

  private static void assertPartsMakeTheLogit(TopicModel model, String text) {
    Segmenter segmenter = new Segmenter(models);
    TopicClassifier classifier = new TopicClassifier(model);
    double[] logits = classifier.logits(segmenter.segment(""), segmenter.segment(text));
    for (int topic = 0; topic < logits.length; topic++) {
      double parts = Arrays.stream(classifier.contributions(topic)).sum();
      assertEquals(logits[topic], model.card().topics().get(topic).bias() + parts, 1e-6);
    }
  }

  @Test
  void theWeightsOfTopicsBecomeWeightsOfWords() throws IOException {
    List<Example> examples = documents(60, 9).stream().map(new ExampleMaker(models)::make).toList();
    TopicModel model = TopicModel.bundled();
    TermSelection first = KnownTopics.terms(model);
    TermSelection own = TermSelection.of(examples, 2, 500).without(first);
    SparseMatrix terms = new SparseMatrix(examples, first.and(own));
    KnownTopics known = KnownTopics.of(model, terms);
    SparseMatrix all = known.beside(terms);
    BitSet gardens = new BitSet();
    examples.forEach(e -> gardens.set(examples.indexOf(e), e.labels().contains("gardens")));
    TopicTargets targets = new TopicTargets(IntStream.range(0, 60).toArray(), gardens);
    MarginFit fit = new MarginFit(all, targets).fit(1);
    TopicFit folded = known.folded(fit.topic());
    assertEquals(terms.columns(), folded.weights().length);
    for (int i = 0; i < 60; i++) {
      double ofTerms = terms.row(i).product(folded.weights()) + folded.bias();
      assertEquals(fit.logit(all.row(i)), ofTerms, 1e-4);
    }
  }

  @Test
  void oneLabelOrNoneIsRefused() {
    String one = message(() -> train(relabelled(List.of("only"))));
    assertTrue(one.contains("only the label \"only\""), one);
    String none = message(() -> train(relabelled(List.of())));
    assertTrue(none.contains("no label"), none);
  }

  @Test
  void aDocumentOfAModelOfSingleLabelsGetsExactlyTheBestOne() throws IOException {
    TopicModel model = TopicModel.of(train(documents(120, 5)));
    assertTrue(model.card().isSingleLabel());
    TopicClassifier classifier = new TopicClassifier(model);
    Segmenter segmenter = new Segmenter(models);
    for (String text : List.of("A hedge.", "The crane and the rose.", "Rail, soil, dock.")) {
      SegmentedText body = segmenter.segment(text);
      SegmentedText title = segmenter.segment("");
      List<TopicScore> given = classifier.classify(title, body);
      assertEquals(1, given.size(), text);
      double[] all = classifier.probabilities(title, body);
      assertEquals(Arrays.stream(all).max().orElseThrow(), given.get(0).probability());
    }
  }

  @Test
  void aDocumentOfAModelOfSeveralLabelsMayGetThemAll() throws IOException {
    List<LabelledDocument> documents = new ArrayList<>(documents(120, 6));
    documents.add(
        new LabelledDocument(
            "both", LabelTrainer.SOURCE, "", "Rail and rose.", List.of("trains", "gardens")));
    TopicModel model = TopicModel.of(train(documents));
    assertFalse(model.card().isSingleLabel());
    TopicClassifier classifier = new TopicClassifier(model);
    Segmenter segmenter = new Segmenter(models);
    String text = "Rose, soil and seed, hedge and bloom; rail and signal, platform and engine.";
    List<TopicScore> given = classifier.classify(segmenter.segment(""), segmenter.segment(text));
    assertTrue(given.size() >= 2, given.toString());
  }

  @Test
  void labelsMeanTopicsOfOnesOwnTaxonomyWithTheirParents() throws IOException {
    Path taxonomy =
        Files.writeString(
            directory.resolve("taxonomy.json"),
            """
            {"version": "town-1", "attribution": "", "topics": [
              {"code": "t:1", "name": "outdoors"},
              {"code": "t:2", "name": "gardening", "parent": "t:1"},
              {"code": "t:3", "name": "transport"},
              {"code": "t:4", "name": "never met"}]}
            """);
    Path map =
        Files.writeString(
            directory.resolve("map.json"),
            """
            {"labels": {"Gardens": "t:2", "harbours": ["t:1", "t:3"], "trains": {"positive": ["t:3"]}}}
            """);
    TopicModel model = TopicModel.of(train(documents(240, 7), LabelTaxonomy.read(taxonomy, map)));
    assertEquals("town-1", model.vocabularyVersion());
    List<String> codes = model.card().topics().stream().map(ModelCard.Topic::code).toList();
    assertEquals(List.of("t:1", "t:2", "t:3"), codes);
    List<Integer> positives =
        model.card().topics().stream().map(ModelCard.Topic::positives).toList();
    assertEquals(List.of(160, 80, 160), positives);
  }

  @Test
  void aLabelMapWithAnUnknownTopicNamesFileAndTopic() throws IOException {
    Path map =
        Files.writeString(
            directory.resolve("map.json"), "{\"labels\": {\"Sport\": \"medtop:99999999\"}}");
    String message =
        assertThrows(IOException.class, () -> LabelTaxonomy.read(null, map)).getMessage();
    assertTrue(message.contains("map.json") && message.contains("medtop:99999999"), message);
  }

  @Test
  void threeDocumentsAreTooFew() {
    String message = message(() -> train(documents(3, 4)));
    assertTrue(message.contains("only 3 labelled documents"), message);
  }

  private static List<LabelledDocument> relabelled(List<String> labels) {
    return documents(30, 8).stream()
        .map(d -> new LabelledDocument(d.id(), d.source(), d.title(), d.text(), labels))
        .toList();
  }

  private static String message(org.junit.jupiter.api.function.Executable executable) {
    return assertThrows(IllegalArgumentException.class, executable).getMessage();
  }

  private static Map<String, byte[]> train(List<LabelledDocument> documents) throws IOException {
    return train(documents, LabelTaxonomy.flat("own"));
  }

  private static Map<String, byte[]> train(List<LabelledDocument> documents, LabelTaxonomy labels)
      throws IOException {
    return train(documents, labels, null);
  }

  private static Map<String, byte[]> train(
      List<LabelledDocument> documents, LabelTaxonomy labels, TopicModel known) throws IOException {
    ExampleMaker maker = new ExampleMaker(models);
    LabelTrainer trainer =
        new LabelTrainer("own", labels, documents.stream().map(maker::make).toList(), known);
    return trainer.train(TopicTasks.here(trainer), Map.of("records_unreadable", 0));
  }

  private static List<LabelledDocument> documents(int count, long seed) {
    Random random = new Random(seed);
    List<String> labels = List.copyOf(new TreeSet<>(WORDS.keySet()));
    List<LabelledDocument> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String label = labels.get(i % labels.size());
      StringBuilder text = new StringBuilder("A report about the town.");
      for (int word = 0; word < 12; word++) {
        boolean stray = random.nextInt(8) == 0;
        String[] words = WORDS.get(stray ? labels.get(random.nextInt(labels.size())) : label);
        text.append(' ').append(words[random.nextInt(words.length)]);
      }
      documents.add(
          new LabelledDocument(
              seed + "-" + i,
              LabelTrainer.SOURCE,
              "",
              text.append('.').toString(),
              List.of(label)));
    }
    return documents;
  }
}
