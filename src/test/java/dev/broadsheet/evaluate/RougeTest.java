package dev.broadsheet.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RougeTest {

  private static final Path FIXTURES =
      Path.of("../shared/data/summaries/rouge-fixtures/rouge155-local-600.jsonl.gz");

  private final Rouge rouge = Rouge.plain();

  @Test
  void sharedWordsCountOnceForEachTimeBothSidesHaveThem() {
    Rouge.Score score = score("the cat and the dog", "the cat sat").rouge1();
    assertEquals(2 / 5.0, score.precision(), 1e-12);
    assertEquals(2 / 3.0, score.recall(), 1e-12);
    assertEquals(0.5, score.f(), 1e-12);
  }

  @Test
  void bigramsRunOnOverTheEndOfASentence() {
    Rouge.Scores scores = rouge.score(List.of("a b", "c d"), List.of("b c"));
    assertEquals(1 / 3.0, scores.rouge2().precision(), 1e-12);
  }

  @Test
  void theUnionOfSubsequencesCountsWordsFoundInDifferentSentences() {
    Rouge.Score score =
        rouge.score(List.of("w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"), List.of("w1 w2 w3 w4 w5")).lSum();
    assertEquals(4 / 5.0, score.recall(), 1e-12);
    assertEquals(4 / 10.0, score.precision(), 1e-12);
  }

  @Test
  void hyphensAndAccentsPartWordsAsInThePerlScript() {
    assertEquals(
        List.of("half", "way", "caf", "2", "5"), List.of(rouge.words("Half-way café 2.5")));
  }

  @Test
  void anEmptySideScoresZero() {
    assertEquals(0, score("", "a b").rouge1().f());
    assertEquals(0, score("a b", "").lSum().f());
  }

  @Test
  void all600FixturesAgreeWithRouge155ToFiveDecimals() throws IOException {
    assumeTrue(Files.exists(FIXTURES), "Skipped: no " + FIXTURES);
    List<String> wrong = new ArrayList<>();
    List<JsonNode> pairs = read(FIXTURES);
    for (JsonNode pair : pairs) {
      compare(pair, wrong);
    }
    assertEquals(600, pairs.size());
    assertEquals(List.of(), wrong);
  }

  private void compare(JsonNode pair, List<String> wrong) {
    Rouge.Scores ours = rouge.score(strings(pair.get("hyp")), strings(pair.get("ref")));
    JsonNode perl = pair.get("perl_nostem_PRF");
    compare(pair, "ROUGE-1", perl, ours.rouge1(), wrong);
    compare(pair, "ROUGE-2", perl, ours.rouge2(), wrong);
    compare(pair, "ROUGE-L", perl, ours.lSum(), wrong);
  }

  private static void compare(
      JsonNode pair, String metric, JsonNode perl, Rouge.Score ours, List<String> wrong) {
    Rouge.Score printed = ours.printed();
    double[] values = {printed.precision(), printed.recall(), printed.f()};
    for (int i = 0; i < 3; i++) {
      double expected = perl.get(metric).get(i).asDouble();
      if (Math.abs(expected - values[i]) > 1e-9) {
        wrong.add(pair.get("id").asText() + " " + metric + " " + expected + " " + values[i]);
      }
    }
  }

  private Rouge.Scores score(String hypothesis, String reference) {
    return rouge.score(List.of(hypothesis), List.of(reference));
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(node -> strings.add(node.asText()));
    return strings;
  }

  private static List<JsonNode> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> nodes = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        nodes.add(json.readTree(line));
      }
    }
    return nodes;
  }
}
