package dev.broadsheet.topics.train;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels by reading, by the ids of documents: see {@link TrainingPlan.Readings}. */
final class ReadLabels {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TrainingPlan.Readings readings;
  private final Map<String, List<String>> codes = new HashMap<>();

  private ReadLabels(TrainingPlan.Readings readings) {
    this.readings = readings;
  }

  /**
   * Reads the files.
   *
   * @throws IOException naming file and line if one cannot be read
   */
  static ReadLabels read(TrainingPlan.Readings readings, Path project) throws IOException {
    ReadLabels labels = new ReadLabels(readings);
    for (String file : readings.files()) {
      labels.read(project.resolve(file));
    }
    return labels;
  }

  /** The codes of a document; null if nobody read it. */
  List<String> of(String id) {
    return codes.get(id);
  }

  /** All codes that readers could give. */
  static List<String> codeBook(TrainingPlan.Readings readings, Path project) throws IOException {
    Path file = project.resolve(readings.codeBook());
    try {
      List<String> codes = new ArrayList<>();
      for (JsonNode part : JSON.readTree(file.toFile())) {
        part.forEach(code -> codes.add(prefixed(code.asText(), readings)));
      }
      return codes;
    } catch (JacksonException e) {
      throw new IOException(file + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private void read(Path file) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      try {
        add(JSON.readTree(line));
      } catch (JacksonException e) {
        throw new IOException(
            file + " line " + number + " is not JSON: " + e.getOriginalMessage(), e);
      }
    }
  }

  private void add(JsonNode line) {
    List<String> known = codes.computeIfAbsent(line.path("id").asText(), id -> new ArrayList<>());
    for (String field : new String[] {"main", "also", "topics"}) {
      line.path(field).forEach(code -> known.add(prefixed(code.asText(), readings)));
    }
  }

  private static String prefixed(String code, TrainingPlan.Readings readings) {
    return code.startsWith(readings.prefix()) ? code : readings.prefix() + code;
  }
}
