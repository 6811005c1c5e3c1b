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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicTrainerTest {

  private static final String PLAN =
      """
      {
        "name": "small", "seed": 3,
        "settings": {"leastDocuments": 2, "mostTerms": 1000, "strength": 4,
                     "concatenations": 0.2, "teacher": %s, "precisionFloor": 0.6},
        "sources": [{"name": "letters", "input": "none", "tells": ["a", "b"],
                     "labels": {"A": {"positive": ["a"]}, "B": {"positive": ["b"]}}}],
        "rules": [{"topic": "a1", "phrases": ["apple pie"]}]
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
  void aTeacherFillsInWhatLabelsLeaveOpenAndTwiceIsTheSame() throws IOException {
    Map<String, byte[]> first = train("true");
    train("true").forEach((name, bytes) -> assertArrayEquals(bytes, first.get(name), name));
    TopicModel model = TopicModel.of(first);
    assertEquals("letters-1", model.vocabularyVersion());
    assertEquals(3, model.taxonomy().size());
    double untaught = probability(train("false"));
    double taught = probability(first);
    assertTrue(taught > untaught + 0.2, () -> untaught + ", taught " + taught);
  }

  @Test
  void anUnknownTopicInAPlanIsNamed() throws IOException {
    TrainingPlan plan = plan("false");
    Taxonomy other = Taxonomy.flat("other-1", List.of("a"));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExampleMaker(plan, other, SegmenterModels.load(), null))
            .getMessage();
    assertTrue(message.contains("other-1 has no topic"), message);
  }

  @Test
  void aBrokenPlanNamesItsFile() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("plan.json"), "{\"name\": \"x\", \"sources\": [], \"nmae\": 1}");
    String message = assertThrows(IOException.class, () -> TrainingPlan.read(file)).getMessage();
    assertTrue(message.contains("plan.json is no training plan") && message.contains("nmae"));
  }

  /** Of things with a, for words that only documents without a label have. */
  private static double probability(Map<String, byte[]> files) throws IOException {
    Segmenter segmenter = new Segmenter(SegmenterModels.load());
    return new TopicClassifier(TopicModel.of(files))
        .probabilities(segmenter.segment(""), segmenter.segment("aardvark aloe apricot"))[0];
  }

  private TrainingPlan plan(String teacher) throws IOException {
    return TrainingPlan.read(
        Files.writeString(directory.resolve("plan.json"), PLAN.formatted(teacher)));
  }

  private Map<String, byte[]> train(String teacher) throws IOException {
    return trainer(teacher).train();
  }

  private TopicTrainer trainer(String teacher) throws IOException {
    TrainingPlan plan = plan(teacher);
    ExampleMaker maker =
        new ExampleMaker(plan, TAXONOMY, SegmenterModels.load(), new CountingEncoder());
    Random random = new Random(5);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String label = i % 2 == 0 ? "A" : "B";
      String words = i % 2 == 0 ? "apple almond acorn " : "banana berry barley ";
      words = i % 6 == 2 ? "aardvark aloe apricot " : i % 6 == 5 ? "bubble bobbin bamboo " : words;
      String pie = i % 6 == 0 ? "apple pie crust oven" : "basket" + random.nextInt(9);
      examples.add(
          maker.make(
              new LabelledDocument(
                  "d" + i, "letters", "", words + pie, i % 3 == 2 ? List.of() : List.of(label))));
    }
    return new TopicTrainer(plan, TAXONOMY, examples, "a letter counter");
  }

  /** Counts letters: enough to tell the words of this test apart. */
  private static final class CountingEncoder implements SentenceEncoder {

    @Override
    public String name() {
      return "letters";
    }

    @Override
    public float[] encode(String text) {
      float[] counts = new float[26];
      text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a'] += 0.1f);
      return counts;
    }
  }
}
