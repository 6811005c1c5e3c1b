package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.report.RunReport;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.train.LabelTaxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    List<String> inputs = List.of(input.toString());
    return new LabelTrainingJob(new LabelledInput(SharedSpark.SESSION, inputs, null, map))
        .train("sections", LabelTaxonomy.flat("sections"));
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
    assertEquals(1, training.get("records_unreadable"));
    assertEquals(1, training.get("records_without_known_labels"));
    assertEquals(1, training.get("records_without_text"));
  }

  @Test
  void threeDocumentsAreTooFew() throws IOException {
    Files.write(input, Files.readAllLines(input).subList(0, 3));
    Exception error = assertThrows(IllegalArgumentException.class, () -> train("tags=section"));
    assertTrue(error.getMessage().contains("only 3"), error.getMessage());
  }
}
