package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.evaluate.TopicReport;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.train.LabelTaxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicEvaluationJobTest {

  private static final Path SAMPLE = Path.of("data/sample");

  @TempDir private Path folder;
  private Path labelMap;

  @BeforeEach
  void writeLabelMap() throws IOException {
    labelMap =
        Files.writeString(
            folder.resolve("map.json"),
            """
            {"labels": {
              "Diplomacy": "medtop:20000639",
              "Sports": "medtop:15000000",
              "Athletics": "medtop:15000000",
              "Immigration": "medtop:20000771",
              "Trade": {"positive": ["medtop:04000000"], "unknown": ["medtop:20000639"]}
            }}
            """);
  }

  private TopicEvaluationJob job(Path model, Path map) throws IOException {
    return new TopicEvaluationJob(SharedSpark.SESSION, model, map);
  }

  private static LabelledInput input(Path path, String fieldMap) {
    return new LabelledInput(SharedSpark.SESSION, List.of(path.toString()), null, fieldMap);
  }

  @Test
  void whatARunGaveIsJudgedAsWhatTheModelGives() throws IOException {
    Path output = folder.resolve("out");
    SharedSpark.run(SAMPLE, output);
    TopicReport ofModel = job(null, labelMap).ofDocuments(input(SAMPLE, "")).report();
    TopicReport ofRun = job(null, labelMap).ofOutput(output.toString()).report();
    assertTrue(ofModel.documents() >= 5, ofModel.toString());
    assertEquals(ofModel.documentsHash(), ofRun.documentsHash());
    assertEquals(ofModel.micro(), ofRun.micro());
    assertEquals(ofModel.macroF1Interval(), ofRun.macroF1Interval());
    assertTrue(ofModel.sources().stream().anyMatch(slice -> slice.name().equals("wire.jsonl")));
    assertTrue(ofModel.sources().stream().anyMatch(slice -> slice.name().equals("text")));
  }

  @Test
  void aModelOfOnesOwnLabelsNeedsNoMap() throws IOException {
    Path documents = folder.resolve("labelled.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String text =
          i % 2 == 0
              ? "The striker scored a late goal and the match went to the home team, round " + i
              : "The parliament passed a budget and the minister defended the tax law, day " + i;
      lines.append(
          "{\"text\": \"%s.\", \"section\": \"%s\"}\n"
              .formatted(text, i % 2 == 0 ? "sport" : "politics"));
    }
    Files.writeString(documents, lines + "{\"text\": \"No label at all.\"}\n");
    LabelledInput input = input(documents, "tags=section");
    Path model = folder.resolve("model");
    ModelFiles.write(
        new LabelTrainingJob(input).train("sections", LabelTaxonomy.flat("sections"), null), model);
    TopicReport report = job(model, null).ofDocuments(input).report();
    assertEquals(40, report.documents());
    assertEquals(1, report.accuracyAmongTold());
    assertTrue(report.calibrationErrorOfGiven() < 0.5, report::toString);
    assertEquals(80, report.judgements());
    assertEquals(1, report.micro().f1());
    assertEquals(1, report.macroAveragePrecision());
    assertEquals("sport", job(model, null).name("sport"));
  }

  @Test
  void anOutputOfAnotherModelIsRefused() throws IOException {
    Path documents = folder.resolve("labelled.jsonl");
    String line = "{\"text\": \"%s.\", \"tags\": [\"%s\"]}\n";
    Files.writeString(
        documents,
        line.formatted("The goal was late and the match was lost", "sport").repeat(10)
            + line.formatted("The vote was late and the law was lost", "politics").repeat(10));
    Path model = folder.resolve("model");
    ModelFiles.write(
        new LabelTrainingJob(input(documents, ""))
            .train("other", LabelTaxonomy.flat("other"), null),
        model);
    Path output = folder.resolve("out");
    SharedSpark.run(SharedSpark.settings(documents, output));
    IOException error =
        assertThrows(IOException.class, () -> job(model, null).ofOutput(output.toString()));
    assertTrue(error.getMessage().contains("--topics-model"), error.getMessage());
  }

  @Test
  void aFolderThatIsNoOutputIsRefused() {
    IOException error =
        assertThrows(IOException.class, () -> job(null, labelMap).ofOutput(folder.toString()));
    assertTrue(error.getMessage().contains("no output of Broadsheet"), error.getMessage());
  }

  @Test
  void withoutTagsThatTellAnythingThereIsNoReport() throws IOException {
    Path documents = Files.writeString(folder.resolve("plain.jsonl"), "{\"text\": \"No tags.\"}\n");
    TopicEvaluationJob job = job(null, labelMap);
    assertThrows(
        IllegalArgumentException.class, () -> job.ofDocuments(input(documents, "")).report());
  }
}
