package dev.broadsheet.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagMapTest {

  private static final Taxonomy TAXONOMY =
      new Taxonomy(
          "test",
          "",
          List.of(
              new Taxonomy.Topic("p", "politics", null),
              new Taxonomy.Topic("r", "international relations", "p"),
              new Taxonomy.Topic("d", "diplomacy", "r"),
              new Taxonomy.Topic("s", "sport", null),
              new Taxonomy.Topic("f", "football", "s")));

  @TempDir private Path folder;

  private TagMap map(String json) throws IOException {
    return TagMap.read(Files.writeString(folder.resolve("map.json"), json), TAXONOMY);
  }

  @Test
  void aTagStandsForItsTopicAndOtherToldTopicsAreNotThere() throws IOException {
    TagMap map = map("{\"labels\": {\"Talks\": \"d\", \"Games\": [\"s\"]}}");
    assertEquals(Set.of("d"), map.truth(List.of("Talks")).yes());
    assertEquals(Set.of("d", "s"), map.truth(List.of("Talks")).known());
  }

  @Test
  void aToldParentIsThereWithItsChild() throws IOException {
    TagMap map =
        map("{\"labels\": {\"Talks\": \"d\", \"Games\": \"f\"}, \"tells\": [\"p\", \"s\"]}");
    assertEquals(Set.of("p"), map.truth(List.of("Talks")).yes());
    assertEquals(Set.of("p", "s"), map.truth(List.of("Talks")).known());
  }

  @Test
  void whatATagLeavesOpenIsNotKnown() throws IOException {
    TagMap map =
        map(
            "{\"labels\": {\"Talks\": \"d\", \"Games\":"
                + " {\"positive\": [\"s\"], \"unknown\": [\"d\"]}}}");
    assertEquals(Set.of("s"), map.truth(List.of("Games")).known());
    assertEquals(Set.of("s", "d"), map.truth(List.of("Games", "Talks")).yes());
  }

  @Test
  void tagsThatTheMapDoesNotHaveTellNothing() throws IOException {
    TagMap map = map("{\"labels\": {\"Talks\": \"d\"}}");
    assertEquals(Set.of(), map.truth(List.of("Water", "Monday")).known());
    assertEquals(Set.of("d"), map.truth(List.of("Water", "talks ")).yes());
  }

  @Test
  void withoutAMapTagsAreNamesOrCodes() {
    TagMap map = TagMap.ofNames(TAXONOMY);
    assertEquals(Set.of("d", "r", "p", "s", "f"), map.truth(List.of("Diplomacy", "f")).yes());
    assertEquals(5, map.truth(List.of("SPORT")).known().size());
  }

  @Test
  void anUnknownTopicIsNamedWithTheFile() {
    IOException error =
        assertThrows(IOException.class, () -> map("{\"labels\": {\"Talks\": \"x\"}}"));
    assertTrue(error.getMessage().contains("map.json"), error.getMessage());
    assertTrue(error.getMessage().contains("\"x\""), error.getMessage());
  }

  @Test
  void aFileThatIsNoMapIsNamed() {
    for (String json : List.of("[1]", "{\"labels\": {}}", "{\"lables\": {\"a\": \"p\"}}", "{")) {
      IOException error = assertThrows(IOException.class, () -> map(json), json);
      assertTrue(error.getMessage().contains("map.json"), error.getMessage());
    }
  }
}
