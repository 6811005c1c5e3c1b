package dev.broadsheet.topics.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTopicsTest {

  @TempDir private Path project;
  private TrainingPlan plan;

  @BeforeEach
  void writePlanAndDocuments() throws IOException {
    Files.writeString(
        project.resolve("taxonomy.json"),
        """
        {"version": "harbour-1", "attribution": "", "topics": [
          {"code": "sea", "name": "sea"}, {"code": "land", "name": "land"},
          {"code": "ships", "name": "ships", "parent": "sea"}]}
        """);
    plan =
        TrainingPlan.read(
            Files.writeString(
                project.resolve("plan.json"),
                """
                {"name": "harbour", "seed": 7, "taxonomy": "taxonomy.json",
                 "settings": {"bigrams": true, "leastDocuments": 2, "mostTerms": 500,
                              "leadWords": 3, "mostLeadTerms": 300, "leadWeight": 0.5, "concepts": 3,
                              "conceptWeight": 1, "strength": 100, "epochs": 10,
                              "leastPositives": 20, "precisionFloor": 0.6},
                 "sources": [{"name": "notes", "input": "notes.jsonl", "tells": ["sea", "land"],
                              "attribution": "The harbour office, public domain",
                              "labels": {"S": {"positive": ["ships"]}, "L": {"positive": ["land"]}}}]}
                """));
    Random random = new Random(11);
    String[] sea = {"tide", "wave", "schooner", "sail", "anchor"};
    String[] land = {"hill", "road", "farm", "field", "wagon"};
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      String[] words = i % 2 == 0 ? sea : land;
      lines.append(
          "{\"id\": \"n%d\", \"text\": \"%s %s %s %s\", \"labels\": [\"%s\"]}\n"
              .formatted(
                  i,
                  words[random.nextInt(5)],
                  words[random.nextInt(5)],
                  sea[random.nextInt(5)],
                  "note" + random.nextInt(40),
                  i % 2 == 0 ? "S" : "L"));
    }
    Files.writeString(project.resolve("notes.jsonl"), lines);
  }

  @Test
  void oneThreadAndFourGiveTheSameBytes() throws Exception {
    Map<String, byte[]> one = train(1);
    train(4).forEach((name, bytes) -> assertArrayEquals(one.get(name), bytes, name));
  }

  @Test
  void theCardSaysWhoseWorkTheSourcesAre() throws Exception {
    TopicModel model = TopicModel.of(train(2));
    assertEquals(
        Map.of("notes", "The harbour office, public domain"),
        model.card().training().get("attributions"));
    assertEquals("harbour-1", model.vocabularyVersion());
    assertEquals(3, model.taxonomy().size());
  }

  @Test
  void labelsThatAreKeptApartAreJoinedByIdAndComplete() throws Exception {
    Files.writeString(
        project.resolve("readings.jsonl"),
        """
        {"id": "n0", "main": ["ships"], "also": []}
        {"id": "n1", "topics": ["x:land"]}
        {"id": "n0", "topics": ["x:land"]}
        {"id": "n2", "main": [], "also": []}
        """);
    Files.writeString(project.resolve("codes.json"), "{\"book\": [\"sea\", \"ships\", \"land\"]}");
    TrainingPlan.Readings readings =
        new TrainingPlan.Readings(List.of("readings.jsonl"), "codes.json", "x:");
    ReadLabels labels = ReadLabels.read(readings, project);
    assertEquals(List.of("x:ships", "x:land"), labels.of("n0"));
    assertEquals(List.of("x:land"), labels.of("n1"));
    assertEquals(List.of(), labels.of("n2"));
    assertNull(labels.of("n3"));
    assertEquals(List.of("x:sea", "x:ships", "x:land"), ReadLabels.codeBook(readings, project));
  }

  @Test
  void aLineOfLabelsThatIsNoJsonIsNamed() throws Exception {
    Files.writeString(project.resolve("readings.jsonl"), "{\"id\": \"n0\"}\n{\"id\"\n");
    TrainingPlan.Readings readings =
        new TrainingPlan.Readings(List.of("readings.jsonl"), "codes.json", "x:");
    String message =
        assertThrows(IOException.class, () -> ReadLabels.read(readings, project)).getMessage();
    assertTrue(message.contains("readings.jsonl line 2 is not JSON"), message);
  }

  private Map<String, byte[]> train(int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> TrainTopics.train(plan, project)).get();
    } finally {
      pool.shutdown();
    }
  }
}
