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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicTrainerTest {

  private static final String PLAN =
      """
      {
        "name": "small", "seed": 3,
        "settings": {"bigrams": false, "leastDocuments": 2, "mostTerms": 1000, "leadWords": 4,
                     "mostLeadTerms": 500, "leadWeight": 0.5, "concepts": %d, "conceptWeight": 1.5,
                     "strength": 100, "epochs": 20, "leastPositives": 20, "precisionFloor": 0.6},
        "sources": [{"name": "letters", "input": "none", "tells": ["a", "a1", "b"],
                     "readings": {"files": [], "codeBook": "none", "prefix": ""}}]
      }
      """;

  private static final Taxonomy TAXONOMY =
      new Taxonomy(
          "letters-1",
          "",
          List.of(
              new Taxonomy.Topic("a", "things with a", null),
              new Taxonomy.Topic("b", "things with b", null),
              new Taxonomy.Topic("a1", "pies with a", "a")));

  @TempDir Path directory;

  @Test
  void conceptsTellOfWordsThatNoReadArticleHasAndTwiceIsTheSame() throws IOException {
    Map<String, byte[]> first = train(4);
    train(4).forEach((name, bytes) -> assertArrayEquals(bytes, first.get(name), name));
    TopicModel model = TopicModel.of(first);
    assertEquals("letters-1", model.vocabularyVersion());
    assertEquals(3, model.taxonomy().size());
    double without = logit(train(0));
    double with = logit(first);
    assertTrue(with > without + 0.2, () -> without + ", with concepts " + with);
  }

  @Test
  void aPlanNoTopicOfWhichCanBeToldSaysSo() throws IOException {
    TopicTrainer trainer = trainer(0, i -> i % 7 == 0 ? List.of("b") : List.of());
    String message = assertThrows(IllegalArgumentException.class, trainer::train).getMessage();
    assertTrue(message.contains("No topic of plan small has 20 documents"), message);
  }

  @Test
  void anUnknownTopicInAPlanIsNamed() throws IOException {
    TrainingPlan plan = plan(0);
    Taxonomy other = Taxonomy.flat("other-1", List.of("a"));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExampleMaker(plan, other, SegmenterModels.load()))
            .getMessage();
    assertTrue(message.contains("other-1 has no topic"), message);
  }

  @Test
  void aPlanWithoutSettingsSaysSo() throws IOException {
    Path file =
        Files.writeString(directory.resolve("plan.json"), "{\"name\": \"x\", \"sources\": []}");
    String message = assertThrows(IOException.class, () -> TrainingPlan.read(file)).getMessage();
    assertTrue(message.contains("plan.json is no training plan"), message);
    assertTrue(message.contains("settings is missing"), message);
  }

  @Test
  void aBrokenPlanNamesItsFile() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("plan.json"), "{\"name\": \"x\", \"sources\": [], \"nmae\": 1}");
    String message = assertThrows(IOException.class, () -> TrainingPlan.read(file)).getMessage();
    assertTrue(message.contains("plan.json is no training plan") && message.contains("nmae"));
  }

  /** Of things with a, for words that only articles that nobody read have. */
  private static double logit(Map<String, byte[]> files) throws IOException {
    Segmenter segmenter = new Segmenter(SegmenterModels.load());
    return new TopicClassifier(TopicModel.of(files))
        .logits(segmenter.segment(""), segmenter.segment("aardvark aloe apricot"))[0];
  }

  private TrainingPlan plan(int concepts) throws IOException {
    return TrainingPlan.read(
        Files.writeString(directory.resolve("plan.json"), PLAN.formatted(concepts)));
  }

  private Map<String, byte[]> train(int concepts) throws IOException {
    return trainer(
            concepts,
            i -> i % 3 == 2 ? null : i % 2 == 1 ? List.of("b") : List.of(i % 6 == 0 ? "a1" : "a"))
        .train();
  }

  /** Of 600 documents; apples go with aardvarks in those that nobody read. */
  private TopicTrainer trainer(int concepts, IntFunction<List<String>> labels) throws IOException {
    TrainingPlan plan = plan(concepts);
    ExampleMaker maker = new ExampleMaker(plan, TAXONOMY, SegmenterModels.load());
    Random random = new Random(5);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String words = i % 2 == 0 ? "apple almond acorn " : "banana berry barley ";
      words += i % 6 == 2 ? "aardvark aloe apricot " : i % 6 == 5 ? "bubble bobbin bamboo " : "";
      words += i % 6 == 0 ? "apple pie crust oven" : "basket" + random.nextInt(9);
      examples.add(
          maker.make(
              new LabelledDocument("d" + i, "letters", "", words + " thing" + i, labels.apply(i))));
    }
    return new TopicTrainer(plan, TAXONOMY, examples);
  }
}
