package dev.broadsheet.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicModelTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  @Test
  void theBundledModelKnowsDiplomacyAndIsSmall() throws IOException {
    TopicModel model = TopicModel.bundled();
    Taxonomy taxonomy = model.taxonomy();
    assertEquals("iptc-mediatopics-2023-10-24", model.vocabularyVersion());
    assertEquals("diplomacy", taxonomy.topic(taxonomy.index("medtop:20000639")).name());
    int size = ModelFiles.bundled().values().stream().mapToInt(bytes -> bytes.length).sum();
    assertTrue(size <= 16_000_000, () -> size + " bytes");
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
    assertOneLine("damaged: weights.bin: it is not the file");
    cut("card.json");
    assertOneLine("card.json: it is cut or not JSON");
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
    files.put("card.json", card.replace("\"format\" : 2,", "\"format\" : 3,").getBytes(UTF_8));
    ModelFiles.write(files, directory);
    assertOneLine("has format 3, newer than 2");
  }

  @Test
  void aModelOfFormatOneLooksAtWordsAndBigrams() throws IOException {
    Map<String, byte[]> files = ModelFiles.bundled();
    ObjectNode card = (ObjectNode) JSON.readTree(files.get("card.json"));
    card.put("format", 1).remove("features");
    card.path("topics").forEach(topic -> ((ObjectNode) topic).remove("brief_bias"));
    ModelCard read = ModelCard.read(JSON.writeValueAsBytes(card));
    assertEquals(Features.NGRAMS, read.features());
    assertEquals(0, read.topics().get(0).briefBias());
  }

  /** Each of them has the hashes of its files, as a model has that was damaged before it was. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weights.bin   | bytes | -1 | weights.bin: it has",
        "weights.bin   | bytes | 1000 | weights.bin: it has",
        "taxonomy.json | topics | drop | card.json has 230 topics, taxonomy.json 229 and weights.bin 230",
        "taxonomy.json | topics | empty | taxonomy.json: a taxonomy has a version and topics",
        "taxonomy.json | topics | swap | is not listed before it",
        "card.json     | topics | drop | card.json has 229 topics, taxonomy.json 230",
        "card.json     | topics | empty | card.json has 0 topics",
        "card.json     | topics | swap | card.json: its topic 0 is not that of taxonomy.json",
        "card.json     | files | empty | card.json: it must name the files taxonomy.json and",
        "card.json     | features | late | by card.json those of briefs begin at 70000",
        "card.json     | features | empty | card.json: the value of 'features.bigrams' is missing",
        "card.json     | bias | none | card.json: the value of 'topics[0].bias' is missing",
        "card.json     | threshold | high | card.json: the value of 'topics[0].threshold' is missing or",
        "card.json     | threshold | NaN | card.json: the value of 'topics[0]' is missing or"
      })
  void filesThatDoNotFitEachOtherAreNoModel(String file, String key, String change, String expected)
      throws IOException {
    Map<String, byte[]> files = ModelFiles.bundled();
    files.put(file, changed(files.get(file), key, change));
    if (!file.equals("card.json")) {
      ObjectNode card = (ObjectNode) JSON.readTree(files.get("card.json"));
      ((ObjectNode) card.get("files")).put(file, DigestUtils.sha256Hex(files.get(file)));
      files.put("card.json", JSON.writeValueAsBytes(card));
    }
    ModelFiles.write(files, directory);
    assertOneLine(expected);
    assertOneLine(directory.toString());
  }

  private static byte[] changed(byte[] bytes, String key, String change) throws IOException {
    if (key.equals("bytes")) {
      return Arrays.copyOf(bytes, bytes.length + Integer.parseInt(change));
    }
    ObjectNode json = (ObjectNode) JSON.readTree(bytes);
    ArrayNode topics = (ArrayNode) json.get("topics");
    switch (change) {
      case "drop" -> topics.remove(topics.size() - 1);
      case "swap" -> topics.insert(0, topics.remove(1));
      case "empty" -> ((ContainerNode<?>) json.get(key)).removeAll();
      case "late" -> ((ObjectNode) json.get(key)).put("first_brief", 70_000);
      case "none" -> ((ObjectNode) topics.get(0)).remove(key);
      default -> ((ObjectNode) topics.get(0)).put(key, change);
    }
    return JSON.writeValueAsBytes(json);
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
