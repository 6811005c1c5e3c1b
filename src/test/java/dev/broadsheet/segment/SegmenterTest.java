package dev.broadsheet.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTest {

  private static SegmenterModels models;
  private final Segmenter segmenter = new Segmenter(models);

  @BeforeAll
  static void loadModels() throws IOException {
    models = SegmenterModels.load();
  }

  @Test
  void aTextIsCutIntoItsSentences() {
    SegmentedText text =
        segmenter.segment("The envoys met in Vienna on Monday. They will meet again in May.");
    assertEquals(2, text.sentenceCount());
    assertEquals("They will meet again in May.", text.sentenceText(1));
  }

  @Test
  void aLineBreakEndsASentence() {
    SegmentedText text = segmenter.segment("What the envoys agreed\n\nThe envoys met in Vienna.");
    assertEquals("What the envoys agreed", text.sentenceText(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was signed by former U.S. President Ada Holm in Geneva.",
        "The order came from Gen. Pavel Orlik on Monday.",
        "She was met by George W. Tarn at the gate.",
        "The plan was backed by Sen. Ruth Vale and the U.N. Security Council."
      })
  void theStopOfAnAbbreviationEndsNoSentence(String sentence) {
    assertEquals(1, segmenter.segment(sentence).sentenceCount());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The quota rises on Jan. 3 and again on Sept. 14, 2019.",
        "The vote is at 8 p.m. ET on the harbour's radio.",
        "The ferries stop from 2 p.m. Saturday to noon on Sunday.",
        "The quake struck at 9:39 a.m. (11:39 UTC) off Norrland.",
        "Tarn is the No. 3 of the house.",
        "Senator Ada Holm, R-Ky., and Pavel Orlik, D-Va., wrote the bill.",
        "\"Why is the bridge closed?\" Tarn asked in a letter.",
        "\"Why is the bridge closed?\" he asked.",
        "The shares fell to $12.5 million, and the U.S.S. Grayling was sold.",
        "It was led by J.D. Marlow and by President H.W. Tarn.",
        "The case is Holm v. Orlik, and it was closed in May.",
        "It was told by Drs. Vale and Orlik and by Govs. Holm and Tarn.",
        "It was said by Capt . Orlik of the harbor police.",
        "The fair is open from June 30-Aug. 23 in Halden.",
        "The ferry left at 5:40 a.m. March 14 with nobody on board.",
        "The play is by James L . Orlik and was sent on Monday.",
        "3. Ask the council for the minutes.",
        "The order is E.O. 13769 of the president, and Ald. Ruth Vale signed it.",
        "\"It is late.\" Tarn said.",
        "The sign (No. 3) reads \"Aug. 2 Protest\" today.",
        "He called it \"a gift.\""
      })
  void newsKeepsTogetherWhatBelongsTogether(String sentence) {
    assertEquals(List.of(sentence), sentences(sentence));
  }

  @ParameterizedTest
  @CsvSource({
    "'He said: \"It is done.\" Tarn left the hall.', 1",
    "'She calls it ‘the chaos.’ In fact it was a plan.', 1",
    "'The play was sent on Radio 4. It was a success.', 1",
    "'The aid was halted.But is it a plan?', 1",
    "'It is the agenda.\"We have voices in each corner.', 1",
    "'They met at Example.Org in Geneva.', 0",
    "'Read it at news.example.com/Page today.', 0",
    "'Media playback is not supported on this device Marrow Bay beat Halden on Monday.', 1",
    "'No. The price will stay.', 1",
    "'The polls open on 5 May. The deadline is near.', 1",
    "'It is on 4 or 5 April. \"We are ready,\" he said.', 1",
    "'He takes vitamin C. The doctor agrees.', 1"
  })
  void endsThatTheModelMissesAreSeen(String text, int ends) {
    assertEquals(ends + 1, segmenter.segment(text).sentenceCount(), () -> sentences(text) + "");
  }

  private List<String> sentences(String text) {
    SegmentedText cut = segmenter.segment(text);
    return IntStream.range(0, cut.sentenceCount()).mapToObj(cut::sentenceText).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MR. TARN: Good morning.",
        "SECRETARY HOLM: We met.",
        "THE PRESIDENT (via interpreter): We met.",
        "AUDREY VALE, HOST: We met."
      })
  void aSpeakersLabelIsASentenceByItself(String line) {
    int colon = line.indexOf(':') + 1;
    assertEquals(List.of(line.substring(0, colon), line.substring(colon + 1)), sentences(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RELATED: The ferry is late.",
        "ABOVE: The ferry is seen at noon.",
        "Tarn: The ferry is late.",
        "Q: Is the ferry late?"
      })
  void otherWordsWithAColonBelongToWhatFollows(String line) {
    assertEquals(List.of(line), sentences(line));
  }

  @Test
  void aTextInLowerCaseHasSentencesToo() {
    String lower =
        "the envoys met in vienna on monday. they will meet again in may. nobody knows why.";
    assertEquals(3, sentences(lower).size());
    assertEquals(1, sentences("Tarn said. that the Town is safe, and Holm agreed.").size());
  }

  @Test
  void anAbbreviationMayEndASentence() {
    assertFalse(goesOn("It is made in the U.S.", "The rest is imported."));
    assertTrue(goesOn("It was signed by former U.S.", "President Holm."));
    assertTrue(goesOn("So said Gen.", "The Hon. Orlik."));
    assertFalse(goesOn("So said the general.", "Orlik left."));
  }

  private static boolean goesOn(String first, String second) {
    String text = first + " " + second;
    return Boundaries.join(text, true, 0, first.length(), first.length() + 1, text.length());
  }

  @Test
  void tokensAreWordsAndMarksWithTheirPlaces() {
    SegmentedText text = segmenter.segment("The envoys' talks failed, Vienna said.");
    List<String> tokens = IntStream.range(0, text.tokenCount()).mapToObj(text::tokenText).toList();
    assertEquals(
        List.of("The", "envoys", "'", "talks", "failed", ",", "Vienna", "said", "."), tokens);
    assertTrue(text.isStopWord(0));
    assertFalse(text.isStopWord(1));
    assertEquals(Terms.of("envoys"), text.term(1));
    assertEquals(Terms.NONE, text.term(2));
  }

  @Test
  void sentencesAreGivenInCodePointsAfterAnEmoji() {
    SegmentedText text = segmenter.segment("All is well \uD83D\uDE00 here.\nThe end is near.");
    Sentence second = text.sentence(1);
    String whole = text.text();
    int from = whole.offsetByCodePoints(0, second.begin());
    int to = whole.offsetByCodePoints(0, second.end());
    assertEquals("The end is near.", whole.substring(from, to));
    assertEquals(text.sentenceBegin(1) - 1, second.begin());
  }

  @Test
  void anEmptyTextHasNoSentences() {
    assertEquals(0, segmenter.segment("").sentenceCount());
    assertEquals(0, segmenter.segment(" \n\n ").sentenceCount());
  }

  @Test
  void onRandomTextsPlacesAscendAndLieInsideTheText() {
    RandomTexts texts = new RandomTexts(7);
    for (int i = 0; i < 3000; i++) {
      checkPlaces(segmenter.segment(texts.next(60)));
    }
  }

  @Test
  void theSameInstanceGivesTheSameTwice() {
    RandomTexts texts = new RandomTexts(11);
    for (int i = 0; i < 500; i++) {
      String text = texts.next(60);
      List<String> first = parts(segmenter.segment(text));
      segmenter.segment(texts.next(200));
      assertEquals(first, parts(segmenter.segment(text)));
    }
  }

  private static void checkPlaces(SegmentedText text) {
    int last = 0;
    for (int s = 0; s < text.sentenceCount(); s++) {
      assertTrue(text.sentenceBegin(s) >= last && text.sentenceEnd(s) > text.sentenceBegin(s));
      assertFalse(text.sentenceText(s).contains("\n"));
      for (int t = text.firstToken(s); t < text.endToken(s); t++) {
        assertTrue(text.tokenBegin(t) >= Math.max(last, text.sentenceBegin(s)));
        assertTrue(text.tokenEnd(t) > text.tokenBegin(t));
        last = text.tokenEnd(t);
      }
      assertTrue(last <= text.sentenceEnd(s));
      last = text.sentenceEnd(s);
    }
    assertTrue(last <= text.text().length());
  }

  private static List<String> parts(SegmentedText text) {
    List<String> parts = new ArrayList<>();
    IntStream.range(0, text.sentenceCount()).mapToObj(text::sentenceText).forEach(parts::add);
    IntStream.range(0, text.tokenCount()).mapToObj(text::tokenText).forEach(parts::add);
    return parts;
  }
}
