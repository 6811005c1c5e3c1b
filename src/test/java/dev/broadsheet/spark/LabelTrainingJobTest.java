package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.report.RunReport;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.train.LabelTaxonomy;
import dev.broadsheet.topics.train.LabelTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManager;
import org.apache.spark.storage.BroadcastBlockId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

class LabelTrainingJobTest {

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void makeDocuments() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      boolean isSport = i % 2 == 0;
      String text =
          isSport
              ? "The striker scored a late goal and the match went to the home team, round " + i
              : "The parliament passed a budget and the minister defended the tax law, day " + i;
      lines.append(
          "{\"id\": \"%02d\", \"text\": \"%s.\", \"section\": \"%s\"}\n"
              .formatted(i, text, isSport ? "sport" : "politics"));
    }
    input = Files.writeString(folder.resolve("labelled.jsonl"), lines);
  }

  private SortedMap<String, byte[]> train(String map) throws IOException {
    return train(map, null);
  }

  private SortedMap<String, byte[]> train(String map, TopicModel known) throws IOException {
    List<String> inputs = List.of(input.toString());
    return new LabelTrainingJob(new LabelledInput(SharedSpark.SESSION, inputs, null, map))
        .train("sections", LabelTaxonomy.flat("sections"), known);
  }

  @Test
  void aModelOfOnesOwnLabelsGivesThemInARun() throws IOException {
    Path model = folder.resolve("model");
    ModelFiles.write(train("tags=section"), model);
    assertEquals(2, TopicModel.load(model).taxonomy().size());
    Path output = folder.resolve("out");
    RunReport report = SharedSpark.run(SharedSpark.settings(input, output, model));
    assertEquals(Map.of("politics", 20L, "sport", 20L), report.counts().topTopics());
    assertTrue(report.topicModel().startsWith("sections@"), report.topicModel());
  }

  @Test
  void aModelThatStartsFromTheDefaultTopicsGivesItsLabelsInARun() throws IOException {
    Path model = folder.resolve("model");
    ModelFiles.write(train("tags=section", TopicModel.bundled()), model);
    Path output = folder.resolve("out");
    RunReport report = SharedSpark.run(SharedSpark.settings(input, output, model));
    assertEquals(Map.of("politics", 20L, "sport", 20L), report.counts().topTopics());
    assertEquals(List.of(), SharedSpark.failures(output));
  }

  @Test
  void whatTrainingAndRunSentToTheirTasksIsNotKept() throws Exception {
    Path model = folder.resolve("model");
    ModelFiles.write(train("tags=section"), model);
    assertNothingIsKept();
    SharedSpark.run(SharedSpark.settings(input, folder.resolve("out"), model));
    assertNothingIsKept();
  }

  /** At once: Spark itself removes by and by what nobody refers to. */
  private static void assertNothingIsKept() throws InterruptedException {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(SharedSpark.SESSION.sparkContext());
    Broadcast<Map<String, byte[]>> known = spark.broadcast(Map.of("card.json", new byte[1]));
    for (int i = 0; i < 20 && sent().size() > 1; i++) {
      Thread.sleep(50); // the removal is under way
    }
    assertEquals(List.of(known.value()), sent());
    known.destroy(true);
  }

  /** Models and trainers that Spark keeps for tasks. */
  private static List<Object> sent() {
    BlockManager blocks = SharedSpark.SESSION.sparkContext().env().blockManager();
    return CollectionConverters.asJava(blocks.getMatchingBlockIds(BlockId::isBroadcast)).stream()
        .filter(id -> id instanceof BroadcastBlockId whole && whole.field().isEmpty())
        .flatMap(id -> CollectionConverters.asJava(blocks.getLocalValues(id).toList()).stream())
        .flatMap(block -> CollectionConverters.asJava(block.data().toSeq()).stream())
        .filter(LabelTrainingJobTest::isModelOrTrainer)
        .toList();
  }

  private static boolean isModelOrTrainer(Object sent) {
    return sent instanceof LabelTrainer
        || (sent instanceof Map<?, ?> files && files.containsKey("card.json"));
  }

  @Test
  void twoTrainingsGiveTheSameBytes() throws IOException {
    SortedMap<String, byte[]> first = train("tags=section");
    train("tags=section").forEach((name, bytes) -> assertArrayEquals(first.get(name), bytes, name));
  }

  @Test
  void aWrongLabelColumnIsAnErrorThatAsksForIt() {
    Exception error = assertThrows(IllegalArgumentException.class, () -> train("tags=sektion"));
    assertTrue(error.getMessage().contains("label column"), error.getMessage());
  }

  @Test
  void recordsThatTeachNothingAreCounted() throws IOException {
    Files.writeString(
        input,
        """
        {"id": "cut", "text": "no end
        {"id": "no label", "text": "A text."}
        {"id": "no text", "section": "sport"}
        """,
        StandardOpenOption.APPEND);
    Map<String, Object> training = TopicModel.of(train("tags=section")).card().training();
    assertEquals(40, training.get("documents"));
    assertEquals(2, training.get("records_unreadable"));
    assertEquals(1, training.get("records_without_known_labels"));
  }

  @Test
  void threeDocumentsAreTooFew() throws IOException {
    Files.write(input, Files.readAllLines(input).subList(0, 3));
    Exception error = assertThrows(IllegalArgumentException.class, () -> train("tags=section"));
    assertTrue(error.getMessage().contains("only 3"), error.getMessage());
  }
}
