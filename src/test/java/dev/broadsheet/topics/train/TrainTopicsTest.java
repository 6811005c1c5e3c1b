package dev.broadsheet.topics.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private Map<String, byte[]> train(int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> TrainTopics.train(plan, project)).get();
    } finally {
      pool.shutdown();
    }
  }
}
