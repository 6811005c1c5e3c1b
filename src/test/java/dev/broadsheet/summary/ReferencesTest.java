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
  void whatFollowsAnApostropheIsAWordOfItsOwn() {
    assertFalse(dangles("Rain fell.", "It's hard to find a plumber in Halden."));
    assertTrue(dangles("A boat sank.", "It's the third to sink this year."));
    assertTrue(dangles("The mills closed.", "The latter’s price rose."));
    assertFalse(dangles("The mills closed.", "There's a new baker on Mill Street."));
  }

  @Test
  void theFirstPartOfACompoundIsNoCue() {
    assertFalse(dangles("Rain fell.", "The two-year-old ferry sank off Halden."));
    assertTrue(dangles("Two ferries sank.", "The two were insured."));
  }

  @Test
  void aSentenceThatPointsAtWhatWasDoneDangles() {
    assertTrue(dangles("Halden banned the ferry.", "Norrland did likewise in June."));
    assertTrue(dangles("Ida Prell stayed.", "Ms. Holt did not, and left by a side door."));
    assertFalse(dangles("Ida Prell stayed.", "Ms. Holt did not like the ferry."));
  }

  @Test
  void aTitleInQuotationMarksIsNoPronoun() {
    assertFalse(dangles("Rain fell.", "“Their Long Winter,” a novel, won the Calder Prize."));
    assertTrue(dangles("Rain fell.", "“Their long winter is over,” the mayor said."));
  }

  @Test
  void aQuotationThatClosesInTheNextSentenceHoldsIt() {
    assertTrue(dangles("“The mill is old. We love it.", "The mayor must save it,” she said."));
    assertFalse(dangles("“The mill is old,” she said.", "The mayor saved the mill."));
  }

  @Test
  void aSentenceInsideAQuotationDangles() {
    assertTrue(dangles("\"The mill is old,\" she said. \"It is all we have.", "Save it now.\""));
    assertTrue(dangles("“The mill is old,” she said. “It is all we have.", "Save it now.”"));
  }

  @Test
  void ofFortyLabelledPairsAtMostOneIsToldWrong() throws IOException {
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
        wrong.size() <= pairs.size() / 40, wrong.size() + " wrong:\n" + String.join("\n", wrong));
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
