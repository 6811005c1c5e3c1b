package dev.broadsheet.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Makes {@code clean/words.txt}: the words of at least {@value #DOCUMENTS} documents of the
 * trainable sets, each in the form that it mostly has within sentences. {@code mvn test
 * -Dtest=WordListRun} compares; with {@code -Dbroadsheet.golden=write} it writes the list anew.
 */
class WordListRun {

  private static final int DOCUMENTS = 4;
  private static final Path DATA = Path.of("../shared/data/topics");
  private static final Path LIST = Path.of("src/main/resources/dev/broadsheet/clean/words.txt");
  private static final List<String> CASED =
      List.of(
          "wikipedia-current-events/docs",
          "wikipedia-current-events/unlabelled",
          "us-state-department/docs",
          "white-house-briefing-room/docs",
          "wikinews-2019-2020/docs");
  private static final String LOWER_CASED = "huffpost-fewshot/docs";
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['-]\\p{L}+)*");

  private final Segmenter segmenter;
  private final Map<String, Integer> documents = new TreeMap<>();
  private final Map<String, Map<String, Integer>> forms = new TreeMap<>();

  WordListRun() throws IOException {
    segmenter = new Segmenter(SegmenterModels.load());
  }

  @Test
  void theWordListIsWhatTheTrainableSetsGive() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "needs " + DATA);
    for (String set : CASED) {
      read(set, true);
    }
    read(LOWER_CASED, false);
    List<String> words = words();
    if ("write".equals(System.getProperty("broadsheet.golden"))) {
      Files.createDirectories(LIST.getParent());
      Files.write(LIST, words);
    }
    assertEquals(words, Files.readAllLines(LIST));
  }

  private void read(String set, boolean isCased) throws IOException {
    Path file = DATA.resolve(set + ".jsonl.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      JsonMapper json = new JsonMapper();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode document = json.readTree(line);
        String text = document.path(isCased ? "text" : "title").asText();
        count(segmenter.segment(text), isCased);
      }
    }
  }

  private void count(SegmentedText text, boolean isCased) {
    TreeSet<String> seen = new TreeSet<>();
    for (int s = 0; s < text.sentenceCount(); s++) {
      boolean isShouted = text.sentenceText(s).chars().noneMatch(Character::isLowerCase);
      for (int t = text.firstToken(s); t < text.endToken(s); t++) {
        String word = text.tokenText(t).replace('\u2019', '\'');
        if (WORD.matcher(word).matches() && word.length() > 1) {
          String key = word.toLowerCase(java.util.Locale.ROOT);
          if (seen.add(key)) {
            documents.merge(key, 1, Integer::sum);
          }
          if (isCased && !isShouted && t > text.firstToken(s)) {
            forms.computeIfAbsent(key, k -> new TreeMap<>()).merge(word, 1, Integer::sum);
          }
        }
      }
    }
  }

  /**
   * In order of the code units; of forms equally frequent the last, that is the smallest letters.
   */
  private List<String> words() {
    TreeSet<String> words = new TreeSet<>();
    documents.forEach(
        (key, count) -> {
          if (count >= DOCUMENTS) {
            words.add(form(key));
          }
        });
    return List.copyOf(words);
  }

  private String form(String key) {
    String best = key;
    int most = 0;
    for (Map.Entry<String, Integer> form : forms.getOrDefault(key, Map.of()).entrySet()) {
      if (form.getValue() >= most) {
        best = form.getKey();
        most = form.getValue();
      }
    }
    return best;
  }
}
