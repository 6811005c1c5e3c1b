package dev.broadsheet.topics.train;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads a plan's sources from local JSON Lines, plain or gzip'd, or a vocabulary's JSON. */
public final class LocalDocuments {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LocalDocuments() {}

  /**
   * Hands on each record of the source in its order.
   *
   * @param project the folder that the source's path is relative to
   * @throws IOException naming file and line if one cannot be read
   */
  public static void read(
      TrainingPlan.Source source, Path project, Consumer<LabelledDocument> consumer)
      throws IOException {
    Path file = project.resolve(source.input());
    ReadLabels readings =
        source.readings() == null ? null : ReadLabels.read(source.readings(), project);
    if (file.toString().endsWith(".json")) {
      VocabularyDocuments.read(source, file, consumer);
      return;
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        LabelledDocument document = document(source, line, file, ++number);
        consumer.accept(readings == null ? document : document.labelled(readings));
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static LabelledDocument document(
      TrainingPlan.Source source, String line, Path file, int number) throws IOException {
    try {
      JsonNode record = JSON.readTree(line);
      List<String> labels = new ArrayList<>();
      record.path(source.labelField()).forEach(label -> labels.add(label.asText()));
      return new LabelledDocument(
          record.path("id").asText(),
          source.name(),
          record.path("title").asText(""),
          record.path("text").asText(""),
          labels);
    } catch (JacksonException e) {
      throw new IOException(
          file + " line " + number + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
