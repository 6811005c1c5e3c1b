package dev.broadsheet.topics.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.topics.Taxonomy;
import dev.broadsheet.topics.TopicClassifier;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LabelTrainerTest {

  private static final Map<String, String[]> WORDS =
      Map.of(
          "gardens", new String[] {"rose", "soil", "seed", "hedge", "bloom"},
          "harbours", new String[] {"ship", "crane", "dock", "tide", "anchor"},
          "trains", new String[] {"rail", "signal", "platform", "engine", "tunnel"});

  private static SegmenterModels models;

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
  void oneLabelOrNoneIsRefused() {
    String one = message(() -> LabelTrainer.plan("m", new TreeSet<>(List.of("only"))));
    assertTrue(one.contains("only the label \"only\""), one);
    String none = message(() -> LabelTrainer.plan("m", new TreeSet<>()));
    assertTrue(none.contains("no label"), none);
  }

  @Test
  void threeDocumentsAreTooFew() {
    String message = message(() -> train(documents(3, 4)));
    assertTrue(message.contains("only 3 labelled documents"), message);
  }

  private static String message(org.junit.jupiter.api.function.Executable executable) {
    return assertThrows(IllegalArgumentException.class, executable).getMessage();
  }

  private static Map<String, byte[]> train(List<LabelledDocument> documents) throws IOException {
    TreeSet<String> labels = new TreeSet<>();
    documents.forEach(document -> labels.addAll(document.labels()));
    TrainingPlan plan = LabelTrainer.plan("own", labels);
    Taxonomy taxonomy = LabelTrainer.taxonomy(plan);
    ExampleMaker maker = new ExampleMaker(plan, taxonomy, models, null);
    return LabelTrainer.train(plan, taxonomy, documents.stream().map(maker::make).toList());
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
