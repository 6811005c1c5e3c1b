package dev.broadsheet.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.train.TrainTopics;
import dev.broadsheet.topics.train.TrainingPlan;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Trains the default plan, and simpler ways, without the last tenth of Wikipedia's days, a fifth of
 * the government releases, all of Wikinews and half of the articles of web pages.
 */
final class HeldBackData {

  /** The first day held back. */
  static final String FIRST_DAY = "2019-10-28";

  static final Path FOLDER = Path.of("target/held-back");

  private static final ObjectMapper JSON = new ObjectMapper();

  private HeldBackData() {}

  static boolean isHeldBack(String source, JsonNode record) {
    return source.startsWith("wikipedia")
        ? record.path("date").asText().compareTo(FIRST_DAY) >= 0
        : source.startsWith("wikinews")
            || (isRelease(source) && isPart(record, 5))
            || (source.startsWith("web") && isPart(record, 2));
  }

  private static boolean isPart(JsonNode record, int of) {
    return Math.floorMod(record.path("id").asText().hashCode() * 0x9E3779B1, of) == 0;
  }

  private static boolean isRelease(String source) {
    return source.startsWith("us-state") || source.startsWith("white-house");
  }

  /** Trains into a folder below {@link #FOLDER}, unless it is there already. */
  static TopicModel model(WayToTrain way) throws IOException {
    Path model = FOLDER.resolve(way.name());
    if (!Files.exists(model.resolve("card.json"))) {
      ObjectNode plan =
          (ObjectNode) JSON.readTree(Path.of("jobs/train-default-topics.json").toFile());
      for (JsonNode source : plan.path("sources")) {
        copy((ObjectNode) source);
      }
      way.simplify(plan);
      Path file = FOLDER.resolve(way.name() + ".json");
      JSON.writeValue(file.toFile(), plan);
      ModelFiles.write(TrainTopics.train(TrainingPlan.read(file), Path.of("")), model);
    }
    return TopicModel.load(model);
  }

  private static void copy(ObjectNode source) throws IOException {
    Path from = Path.of(source.path("input").asText());
    if (!from.toString().endsWith(".jsonl.gz")) {
      return;
    }
    Path to = FOLDER.resolve(source.path("name").asText() + ".jsonl.gz");
    Files.createDirectories(FOLDER);
    source.put("input", to.toString());
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(from)), StandardCharsets.UTF_8));
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!isHeldBack(source.path("name").asText(), JSON.readTree(line))) {
          out.write(line + "\n");
        }
      }
    }
  }
}
