package dev.broadsheet.summary;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.segment.SegmentedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By JON EK, Courier Staff Writer",
        "By Ida Prell and Jon Ek",
        "Published: 12:31 GMT, 3 June 2019 | Updated: 14:02 GMT, 3 June 2019",
        "Last updated at 3:12 PM on 3rd June 2019",
        "Share this article",
        "Share on Facebook",
        "Comments (12)",
        "E-mail to a friend",
        "Scroll down for video",
        "Image copyright Getty Images",
        "Image caption The ferry is towed into the harbor of Halden",
        "Photograph: Ida Prell/Courier",
        "Photo: a boat in the main street of Halden after the flood.",
        "(Photo by Ida Prell for the Courier)",
        "Picture by Ida Prell",
        "Read more: The ferries of Marrow Bay",
        "ALSO READ: Fog closes the airport of Marrow Bay",
        "RELATED: Fog closes the airport of Marrow Bay",
        "Watch: The ferry is towed into the harbor of Halden",
        "Like us on Facebook",
        "Follow @jonek on Twitter",
        "Contact the writer at jon.ek@courier.example or follow @jonek.",
        "Do you know more? Email us at tips@courier.example.",
        "Sign up for our newsletter to get the best of the Courier every morning.",
        "The Associated Press contributed to this report.",
        "Jon Ek contributed reporting from Marrow Bay.",
        "This story has been updated.",
        "This article was originally published in the Courier.",
        "An earlier version of this article gave a wrong number of passengers.",
        "Continue reading the main story",
        "Copyright 2019 The Halden Courier.",
        "All rights reserved.",
        "This report may not be published, broadcast or rewritten.",
        "Advertisement",
        "Hello and welcome to our live coverage of the election in Norrland.",
        "19:21 Hello and welcome to our live coverage of the election in Norrland.",
        "Here is what we know so far:",
        "Q: The hall cost 40 million crowns.",
        "Q. Was the hall worth the money to the people of Halden?",
        "The opinions expressed by columnists are their own and not those of the Courier.",
        "View more opinion articles in the Courier.",
        "Photo illustration by Ida Prell for the Courier.",
        "The Latest on the vote of the council of Halden (all times local):",
        "* * *"
      })
  void thePagesOwnWordsAreBoilerplate(String line) {
    assertTrue(isBoilerplate(line), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A ferry with 212 passengers ran aground off Marrow Bay on Monday morning.",
        "Readers shared this story of a lost dog more than a million times.",
        "The mayor wants to sign a contract with the ferry line by June.",
        "Photographs of the flood went around the world on Monday.",
        "The captain emailed the harbor police at noon, a spokesman said.",
        "Published in 1931, the novel made Orsa Lindholm famous.",
        "Watch makers of Halden fear the new tariff.",
        "By noon all passengers had been brought ashore by the rescue teams.",
        "The newspaper said that it would follow the case until the trial ends.",
        "Advertisement for tobacco was banned in Norrland on Tuesday.",
        "Contact with the probe was lost on Tuesday.",
        "The views expressed by both captains differ from those of the harbor police.",
        "Queen Marit of Norrland died on Monday at the age of 91."
      })
  void sentencesOfAStoryAreNot(String line) {
    assertFalse(isBoilerplate(line), line);
  }

  /** Whether all sentences of the line are. */
  private static boolean isBoilerplate(String line) {
    SegmentedText text = Texts.segment(line);
    boolean all = text.sentenceCount() > 0;
    for (int i = 0; i < text.sentenceCount(); i++) {
      all &= Boilerplate.matches(text, i, Texts.words(text, i));
    }
    return all;
  }
}
