package dev.broadsheet.summary;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a reader said of a sentence after others of its article: whether it can be understood there,
 * and what it is worth. The text itself is not kept: sentences are named by {@link #key}.
 *
 * @param id the article's
 * @param set where the article is from, such as {@code cnn-train}
 * @param above the keys of the sentences that the reader saw before it, in order; empty if it opens
 *     the summary
 * @param sentence its key
 * @param problems {@code ok}, or letters: {@code c} and {@code i} for a reference without and with
 *     a wrong antecedent, {@code d} for discourse, {@code m} for misleading, {@code j} for no
 *     sentence of the story
 * @param value 0 would not want it, 1 fine, 2 an editor would want it
 * @param reader who read
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reading(
    String id,
    String set,
    List<String> above,
    String sentence,
    String problems,
    int value,
    String reader) {

  private static final int KEY_DIGITS = 12;

  public Reading {
    above = List.copyOf(above);
  }

  /** Whether the reader found a problem. */
  public boolean isProblem() {
    return !problems.equals("ok");
  }

  /** Names a sentence: the first 12 hexadecimal digits of its text's SHA-256. */
  public static String key(String sentence) {
    return DigestUtils.sha256Hex(sentence).substring(0, KEY_DIGITS);
  }

  /**
   * Reads JSON Lines.
   *
   * @throws IOException names the file and line that cannot be read
   */
  public static List<Reading> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Reading> readings = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      try {
        readings.add(json.readValue(line, Reading.class));
      } catch (JsonProcessingException e) {
        throw new IOException(
            file + " line " + (readings.size() + 1) + " is no reading: " + e.getOriginalMessage(),
            e);
      }
    }
    return readings;
  }
}
