package dev.broadsheet.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankerTrainerTest {

  @TempDir private Path folder;

  @Test
  void twoTrainingsGiveTheSameBytes() throws IOException {
    Path examples = folder.resolve("examples.jsonl");
    Path readings = folder.resolve("readings.jsonl");
    List<String> lines = examples(60);
    Files.write(examples, lines);
    Files.write(readings, readings(lines));
    RankerTrainer.Trained first = train(examples, readings, "first");
    RankerTrainer.Trained second = train(examples, readings, "second");
    assertEquals(60, first.articles());
    assertEquals(120, first.readings());
    assertArrayEquals(Files.readAllBytes(first.model()), Files.readAllBytes(second.model()));
  }

  private RankerTrainer.Trained train(Path examples, Path readings, String name)
      throws IOException {
    return RankerTrainer.train(List.of(examples), readings, folder.resolve(name));
  }

  /**
   * Of each article the second and the last sentence, after its first; every other with a problem.
   */
  private static List<String> readings(List<String> articles) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Segmenter segmenter = new Segmenter(SegmenterModels.load());
    List<String> readings = new ArrayList<>();
    for (String line : articles) {
      Example example = Example.parse(json, line, "test");
      SegmentedText body = new TrainingArticle(example, segmenter).body();
      List<String> above = List.of(Reading.key(body.sentenceText(0)));
      for (int sentence : new int[] {1, body.sentenceCount() - 1}) {
        String key = Reading.key(body.sentenceText(sentence));
        String problems = sentence == 1 ? "ok" : "cd";
        readings.add(
            json.writeValueAsString(
                new Reading(example.id(), "test", above, key, problems, 1, "r")));
      }
    }
    return readings;
  }

  @Test
  void aReadingThatIsNoneIsNamedByFileAndLine() throws IOException {
    Path broken = folder.resolve("readings.jsonl");
    Files.writeString(broken, "{\"id\": \n");
    IOException error = assertThrows(IOException.class, () -> Reading.read(broken));
    assertTrue(error.getMessage().contains("readings.jsonl line 1"), error.getMessage());
  }

  @Test
  void aModelReadsAsItWasWritten() throws IOException {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    RankerModel.load().write(once);
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    RankerModel.read(new ByteArrayInputStream(once.toByteArray())).write(twice);
    assertArrayEquals(once.toByteArray(), twice.toByteArray());
    assertTrue(once.size() < 2_000_000);
  }

  @Test
  void aFileThatIsNoModelIsRefused() {
    byte[] other = "This is no model at all.".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThrows(IOException.class, () -> RankerModel.read(new ByteArrayInputStream(other)));
  }

  @Test
  void aRecordWithoutTextIsNamedByFileAndLine() throws IOException {
    Path broken = folder.resolve("broken.jsonl");
    Files.writeString(
        broken, "{\"text\": \"A b c.\", \"summary\": \"A.\"}\n{\"title\": \"A b c.\"}\n");
    IOException error = assertThrows(IOException.class, () -> Example.read(broken));
    assertTrue(error.getMessage().contains("broken.jsonl line 2"), error.getMessage());
  }

  private static List<String> examples(int count) throws IOException {
    Random random = new Random(5);
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String summary = RandomText.of(random, 2).replace('\n', ' ');
      String text = RandomText.of(random, 8) + "\n" + summary + "\n" + RandomText.of(random, 8);
      lines.add(json.writeValueAsString(Map.of("id", "a" + i, "text", text, "summary", summary)));
    }
    return lines;
  }
}
