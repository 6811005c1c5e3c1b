package dev.broadsheet.summary;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferencesTest {

  private static final String PAIRS = "reference-pairs.jsonl";

  private static Segmenter segmenter;

  @BeforeAll
  static void loadModels() throws IOException {
    segmenter = new Segmenter(SegmenterModels.load());
  }

  @Test
  void aPronounWithoutItsNameDangles() {
    assertTrue(dangles("The mayor spoke.", "She left early on Monday."));
    assertFalse(dangles("The mayor spoke.", "When she left, Ida Prell was the mayor of Halden."));
  }

  @Test
  void aSentenceInsideAQuotationDangles() {
    assertTrue(dangles("\"The mill is old,\" she said. \"It is all we have.", "Save it now.\""));
    assertTrue(dangles("“The mill is old,” she said. “It is all we have.", "Save it now.”"));
  }

  @Test
  void moreThanNineOfTenLabelledPairsAreToldApart() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<JsonNode> pairs = pairs();
    for (JsonNode pair : pairs) {
      String sentence = pair.get("sentence").asText();
      if (dangles(pair.get("previous").asText(), sentence) != pair.get("dangling").asBoolean()) {
        wrong.add((pair.get("dangling").asBoolean() ? "missed " : "accused ") + sentence);
      }
    }
    assertTrue(pairs.size() >= 150);
    assertTrue(
        wrong.size() <= pairs.size() / 10, wrong.size() + " wrong:\n" + String.join("\n", wrong));
  }

  private static boolean dangles(String previous, String sentence) {
    SegmentedText text = segmenter.segment(previous + " " + sentence);
    References references = new References();
    references.read(text);
    for (int i = 1; i < text.sentenceCount(); i++) {
      if (text.sentenceBegin(i) >= previous.length()) {
        return references.dangles(i);
      }
    }
    return false; // The splitter joined them: the guard never sees the sentence by itself.
  }

  private static List<JsonNode> pairs() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> pairs = new ArrayList<>();
    try (InputStream in = ReferencesTest.class.getResourceAsStream(PAIRS);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        pairs.add(json.readTree(line));
      }
    }
    return pairs;
  }
}
