package dev.broadsheet.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicModelTest {

  @TempDir Path directory;

  @Test
  void theBundledModelKnowsDiplomacyAndIsSmall() throws IOException {
    TopicModel model = TopicModel.bundled();
    Taxonomy taxonomy = model.taxonomy();
    assertEquals("iptc-mediatopics-2023-10-24", model.vocabularyVersion());
    assertEquals("diplomacy", taxonomy.topic(taxonomy.index("medtop:20000639")).name());
    int size = ModelFiles.bundled().values().stream().mapToInt(bytes -> bytes.length).sum();
    assertTrue(size <= 12_000_000, () -> size + " bytes");
  }

  @Test
  void aDirectoryGivesTheModelThatWasWritten() throws IOException {
    ModelFiles.write(ModelFiles.bundled(), directory);
    assertEquals(TopicModel.bundled().fingerprint(), TopicModel.load(directory).fingerprint());
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    ModelFiles.write(ModelFiles.bundled(), directory);
    Files.delete(directory.resolve("weights.bin"));
    assertOneLine("has no weights.bin");
  }

  @Test
  void aCutFileIsNamed() throws IOException {
    ModelFiles.write(ModelFiles.bundled(), directory);
    cut("weights.bin");
    assertOneLine("damaged: weights.bin");
    cut("card.json");
    assertOneLine("card.json is cut or not JSON");
  }

  @Test
  void aForeignDirectoryIsNoModel() throws IOException {
    ModelFiles.write(ModelFiles.bundled(), directory);
    Files.writeString(directory.resolve("card.json"), "{\"name\": \"something else\"}");
    assertOneLine("is no topic model");
  }

  @Test
  void aNewerFormatAsksForAnUpdate() throws IOException {
    Map<String, byte[]> files = ModelFiles.bundled();
    String card = new String(files.get("card.json"), UTF_8);
    files.put("card.json", card.replace("\"format\" : 1,", "\"format\" : 2,").getBytes(UTF_8));
    ModelFiles.write(files, directory);
    assertOneLine("has format 2, newer than 1");
  }

  private void cut(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(directory.resolve(name));
    Files.write(directory.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
  }

  private void assertOneLine(String expected) {
    String message =
        assertThrows(ModelFormatException.class, () -> TopicModel.load(directory)).getMessage();
    assertTrue(message.contains(expected), message);
    assertFalse(message.contains("\n"));
  }
}
