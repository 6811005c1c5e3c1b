package dev.broadsheet.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Articles of the shared sets as one file of JSON Lines, in which each hundredth is damaged. */
final class DamagedArchive {

  static final Path SHARED = Path.of("../shared/data");

  private static final String[] SETS = {
    "topics/bbc-news",
    "topics/us-state-department",
    "topics/white-house-briefing-room",
    "topics/wikinews-2019-2020",
    "summaries/cnndm-dev",
    "topics/reuters-21578"
  };

  private static final JsonMapper JSON = new JsonMapper();

  private final int size;
  private final Map<Long, String> damaged = new TreeMap<>();
  private int count;
  private long offset;

  private DamagedArchive(int size) {
    this.size = size;
  }

  /**
   * Writes the archive.
   *
   * @return the byte at which each damaged line begins, and the reason to expect
   */
  static Map<Long, String> write(Path file, int size) throws IOException {
    DamagedArchive archive = new DamagedArchive(size);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (String set : SETS) {
        archive.add(SHARED.resolve(set).resolve("docs.jsonl.gz"), out);
      }
    }
    if (archive.count < size) {
      throw new IOException("The shared sets hold only " + archive.count + " articles.");
    }
    return archive.damaged;
  }

  private void add(Path set, OutputStream out) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(set)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null && count < size; line = lines.readLine()) {
        JsonNode document = JSON.readTree(line);
        if (document.path("text").asText().length() > 200) {
          byte[] bytes = ++count % 100 == 0 ? damage(document) : article(document);
          out.write(bytes);
          out.write('\n');
          offset += bytes.length + 1;
        }
      }
    }
  }

  private static byte[] article(JsonNode document) throws IOException {
    ObjectNode article = JSON.createObjectNode();
    article.set("id", document.get("id"));
    article.set("headline", document.path("title"));
    article.set("body", document.get("text"));
    article.set("keywords", document.path("labels"));
    return JSON.writeValueAsBytes(article);
  }

  private byte[] damage(JsonNode document) throws IOException {
    String text = new String(article(document), StandardCharsets.UTF_8);
    return switch (count / 100 % 5) {
      case 0 -> damage("MALFORMED_RECORD", text.substring(0, text.length() / 2));
      case 1 -> damage("WRONG_TYPE", "\"" + count + " is no object\"");
      case 2 -> damage("WRONG_TYPE", "{\"id\": " + count + ", \"body\": {\"text\": 7}}");
      case 3 -> damage("EMPTY_TEXT", "{\"id\": " + count + ", \"body\": \" \"}");
      default -> {
        byte[] bytes = damage("INVALID_ENCODING", text);
        bytes[bytes.length / 2] = (byte) 0xff;
        yield bytes;
      }
    };
  }

  private byte[] damage(String reason, String line) {
    damaged.put(offset, reason);
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
