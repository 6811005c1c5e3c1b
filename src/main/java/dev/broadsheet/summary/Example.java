package dev.broadsheet.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.zip.GZIPInputStream;

/**
 * An article with a summary that a person wrote.
 *
 * @param id names it in messages
 * @param title empty if there is none
 * @param text the body
 * @param highlights the person's summary, a sentence each; empty if there is none
 */
public record Example(String id, String title, String text, List<String> highlights) {

  public Example {
    highlights = List.copyOf(highlights);
  }

  /**
   * Reads JSON Lines with {@code text} and perhaps {@code summary} (a sentence a line), {@code id}
   * and {@code title}; gzipped if the name ends in {@code .gz}.
   *
   * @throws IOException names the file and line that cannot be read
   */
  public static List<Example> read(Path file) throws IOException {
    List<Example> examples = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        examples.add(parse(json, line, file + " line " + (examples.size() + 1)));
      }
    }
    if (examples.isEmpty()) {
      throw new IOException(file + " is empty; it should have an article and its summary a line.");
    }
    return examples;
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }

  static Example parse(ObjectMapper json, String line, String where) throws IOException {
    JsonNode record;
    try {
      record = json.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IOException(where + " is no JSON: " + e.getOriginalMessage(), e);
    }
    List<String> highlights =
        record.path("summary").asText().lines().filter(sentence -> !sentence.isBlank()).toList();
    if (!record.path("text").isTextual()) {
      throw new IOException(where + ": expected an object with a text, a string.");
    }
    return new Example(
        record.path("id").asText(where),
        record.path("title").asText(),
        record.path("text").asText(),
        highlights);
  }
}
