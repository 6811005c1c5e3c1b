package dev.broadsheet.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.segment.SegmentedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureTest {

  private static final String STORY =
      """


      The council of Halden voted on Monday to keep the ferry.

      The line had asked for a higher price since the spring.

      Its boats carry 400 people a day to Marrow Bay and back.
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mayor Ada Holm speaks to reporters at the town hall in Halden, April 3, 2019.",
        "Supporters of Ada Holm wave flags outside the hall in Marrow Bay, Norrland, Sept. 14, 2018.",
        "FILE PHOTO: The ferry lies at the pier of Marrow Bay in Norrland.",
        "Enlarge this image toggle caption Ida Prell for the Courier",
        "The ferry is seen at the pier of Marrow Bay, May 2, 2020.",
        "This April photo provided by the harbor police shows the ferry on the rocks.",
        "(Most recent update: 2:50 p.m. ET.)",
        "Ada Holm is a professor of law at the University of Halden and the author of two books.",
        "A town votes on the last ferry of the bay",
        "Watch the whole debate of the council at https://council.halden.example/live today."
      })
  void whatThePagePutsAroundTheStoryIsKnown(String line) {
    assertTrue(matches(line), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry line was founded by two brothers in Marrow Bay on May 2, 1920.",
        "The court closed the case against the ferry line on September 14, 2018.",
        "Ada Holm is the first mayor of Halden who has ever worked on a ferry.",
        "The council said the photo did not show the ferry of Marrow Bay.",
        "“We will keep the ferry.”"
      })
  void sentencesOfTheStoryStay(String line) {
    assertFalse(matches(line), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What will the council do about the ferry?",
        "Here is what the council has decided:",
        "The first is the price that the line has asked for."
      })
  void whatAsksOrAnnouncesWantsAnotherSentence(String line) {
    Furniture furniture = new Furniture();
    furniture.read(Texts.segment(line + STORY));
    assertTrue(furniture.opens(0), line);
    assertFalse(furniture.opens(1));
  }

  @Test
  void aTextWithoutMarksHasNoHeadings() {
    SegmentedText list = Texts.segment("Ten ways to save water\n\nMend taps\n\nCatch rain");
    Furniture furniture = new Furniture();
    furniture.read(list);
    assertEquals(3, list.sentenceCount());
    assertFalse(furniture.matches(1, 2));
  }

  private static boolean matches(String line) {
    SegmentedText text = Texts.segment(line + STORY);
    Furniture furniture = new Furniture();
    furniture.read(text);
    return furniture.matches(0, Texts.words(text, 0));
  }
}
