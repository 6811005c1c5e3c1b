package dev.broadsheet.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** The labelled sets beside the project, and the scores of runs over them. */
final class TopicSets {

  private static final Path SETS = Path.of("../shared/data/topics");
  private static final ObjectMapper JSON = new ObjectMapper();

  private TopicSets() {}

  /** A record of a set. */
  record Document(String id, String title, String text, Set<String> labels, JsonNode record) {}

  static boolean exist() {
    return Files.exists(SETS);
  }

  static List<Document> read(String set) throws IOException {
    List<Document> documents = new ArrayList<>();
    Path file = SETS.resolve(set).resolve("docs.jsonl.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        documents.add(document(JSON.readTree(line)));
      }
    }
    return documents;
  }

  private static Document document(JsonNode record) {
    Set<String> labels = new TreeSet<>();
    record.path("labels").forEach(label -> labels.add(label.asText()));
    return new Document(
        record.path("id").asText(),
        record.path("title").asText(""),
        record.path("text").asText(""),
        labels,
        record);
  }

  static void write(String file, Object scores) throws IOException {
    Path folder = Files.createDirectories(Path.of("data/quality"));
    JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(file).toFile(), scores);
  }
}
