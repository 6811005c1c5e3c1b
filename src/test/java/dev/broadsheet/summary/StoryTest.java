package dev.broadsheet.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.broadsheet.article.Summary;
import dev.broadsheet.article.SummaryNote;
import dev.broadsheet.segment.SegmentedText;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What articles are besides stories, and what their summaries are then. */
class StoryTest {

  private static final String STORY =
      """
      The council of Halden voted on Monday to keep the ferry to Marrow Bay.

      The line had asked for a higher price since the spring of last year.

      Its boats carry 400 people a day to Marrow Bay and back to the town.

      The mayor said that the town would pay a third of the new price.

      """;

  private static final String BRIEFING =
      """
      Town Hall of Halden

      10:05 A.M.

      MS. TARN: Good morning, everyone. Thank you all for coming to the town hall today.

      I have two things at the top, and then I will take your questions. The council has voted to keep\
       the ferry to Marrow Bay until the end of next year.

      The town will pay a third of the new price from its own budget.

      QUESTION: Will the price of a ticket rise again before the summer begins?

      MS. TARN: No. The price of a ticket will stay as it is until the line has bought its second boat.
      """;

  private static Summarizer summarizer;

  @BeforeAll
  static void loadModel() throws IOException {
    summarizer = new Summarizer(RankerModel.load(), Budget.DEFAULT);
  }

  private static List<SummaryNote> notes(String title, String body) {
    Story story = new Story();
    story.read(Texts.segment(title), Texts.segment(body));
    return story.notes();
  }

  private static Summary summary(String body) {
    return summarizer.summarize(Texts.segment(""), Texts.segment(body));
  }

  @Test
  void aStoryHasNoNotes() {
    assertEquals(List.of(), notes("Halden keeps its ferry", STORY));
    assertEquals(List.of(), summary(STORY).notes());
  }

  @Test
  void ofABriefingTheMatterIsToldWithoutLabelsGreetingsAndQuestions() {
    Summary summary = summary(BRIEFING);
    assertEquals(
        "The council has voted to keep the ferry to Marrow Bay until the end of next year. The town"
            + " will pay a third of the new price from its own budget. The price of a ticket will"
            + " stay as it is until the line has bought its second boat.",
        summary.text());
    assertEquals(List.of(SummaryNote.TRANSCRIPT), notes("Briefing of 3 May", BRIEFING + STORY));
  }

  @Test
  void aQuestionMayBeginWithALetter() {
    Summary summary = summary(BRIEFING.replace("QUESTION:", "Q"));
    assertEquals(summary(BRIEFING).text(), summary.text());
  }

  @Test
  void whereAllIsCourtesyItIsToldAsItIs() {
    String greetings =
        "MS. TARN: Good morning, everyone in the town hall.\n\nMR. EK: Thank you for having me here.";
    Summary summary = summary(greetings);
    assertEquals(
        "Good morning, everyone in the town hall. Thank you for having me here.", summary.text());
    assertEquals(List.of(SummaryNote.TRANSCRIPT), summary.notes());
  }

  @Test
  void anInterviewMayHaveItsSpeakersInLowerCase() {
    String interview =
        """
        Ida Prell: What did the council decide on Monday evening?

        Ada Holm: It decided to keep the ferry to Marrow Bay for a year.

        Ida Prell: And who is going to pay for the second boat?

        Ada Holm: The town pays a third of it from its own budget.

        Ida Prell: When will the second boat come to the bay?

        Ada Holm: The line hopes for the spring of next year.
        """;
    assertEquals(List.of(SummaryNote.TRANSCRIPT), notes("A talk with Ada Holm", interview));
  }

  @Test
  void wordsWithColonsMakeNoTranscript() {
    String judged = STORY + "Winner: the ferry line.\n\nLoser: the bridge.\n\n";
    assertEquals(List.of(), notes("", judged + judged.replace("voted", "had voted")));
    String dateline = "NEW HALDEN: The council voted on Monday to keep the ferry.\n\n" + STORY;
    assertEquals(List.of(), notes("", dateline));
  }

  @Test
  void entriesWithTimesAreALiveBlog() {
    String entries =
        "9:45 a.m.\n\n"
            + STORY
            + "10:30 a.m.\n\nThe hall is full.\n\n11:15 a.m.\n\nThe vote is on.";
    assertEquals(List.of(SummaryNote.LIVE_BLOG), notes("The Latest: Halden votes", entries));
    assertEquals(List.of(SummaryNote.LIVE_BLOG), notes("Halden votes: live updates", STORY));
  }

  @Test
  void itemsAreAListIfTheTitleCountsThemAndNoneIsPickedAfterALead() {
    String lead = "The council of Halden has voted on Monday to keep the ferry to Marrow Bay.\n\n";
    String items =
        "1. The ticket stays at its old price.\n\n2. The town pays a third of the boat.\n\n3. The line"
            + " has two years for its second boat.\n\nThe mayor will sign the contract in the town"
            + " hall by Friday.";
    assertEquals(
        List.of(SummaryNote.LIST), notes("Three things to know of the ferry", lead + items));
    assertEquals(
        lead.strip() + " The mayor will sign the contract in the town hall by Friday.",
        summary(lead + items).text());
    assertEquals(List.of(), notes("Halden keeps its ferry", STORY + lead + items));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Opinion: Keep the ferry", "OP-ED | Keep the ferry", "Editorial: A boat"})
  void aTitleMayTellAnOpinion(String title) {
    assertEquals(List.of(SummaryNote.OPINION), notes(title, STORY));
  }

  @Test
  void aNoteAtTheEndMayTellAnOpinion() {
    String note = "The opinions expressed in this column are those of Ada Holm.";
    assertEquals(List.of(SummaryNote.OPINION), notes("", STORY + note));
    assertEquals(List.of(), notes("Opinion on ferries is divided", STORY));
  }

  @Test
  void threeSentencesAreTooShort() {
    String three = STORY.substring(0, STORY.indexOf("The mayor"));
    assertEquals(List.of(SummaryNote.TOO_SHORT), notes("", three + "Share this article"));
  }

  @Test
  void furnitureAloneIsNoStory() {
    String page = "By Ida Prell and Jon Ek\n\nShare this article\n\nSign up for our newsletter.";
    assertEquals(List.of(SummaryNote.NO_STORY), notes("", page));
    assertEquals("", summary(page).text());
    SegmentedText nothing = Texts.segment("");
    assertEquals(List.of(SummaryNote.NO_STORY), summarizer.summarize(nothing, nothing).notes());
  }

  @Test
  void aTextMayEndAnywhere() {
    String all =
        BRIEFING + "3. Ask the council\n12\n• Bread\n9:45 a.m. It sailed.\nMR. EK: No.\nQ\n48";
    for (int end = 0; end <= all.length(); end++) {
      Summary summary = summary(all.substring(0, end));
      assertEquals(summary.text().isEmpty(), summary.sentences().isEmpty());
    }
  }
}
