package dev.broadsheet.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
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
    Files.write(examples, examples(60));
    RankerTrainer.Trained first = RankerTrainer.train(examples, folder.resolve("first"));
    RankerTrainer.Trained second = RankerTrainer.train(examples, folder.resolve("second"));
    assertEquals(60, first.articles());
    assertArrayEquals(Files.readAllBytes(first.model()), Files.readAllBytes(second.model()));
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
  void aRecordWithoutSummaryIsNamedByFileAndLine() throws IOException {
    Path broken = folder.resolve("broken.jsonl");
    Files.writeString(
        broken, "{\"text\": \"A b c.\", \"summary\": \"A.\"}\n{\"text\": \"A b c.\"}\n");
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
      lines.add(json.writeValueAsString(Map.of("text", text, "summary", summary)));
    }
    return lines;
  }
}
