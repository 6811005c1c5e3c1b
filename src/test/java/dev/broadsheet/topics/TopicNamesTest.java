package dev.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicNamesTest {

  private static final String DIPLOMACY = "medtop:20000639";

  /** Came into the vocabulary after its names in other languages were published. */
  private static final String NEW = "medtop:20001370";

  private static Taxonomy in(String language) throws IOException {
    return TopicModel.bundled().named(TopicNames.of(language)).taxonomy();
  }

  private static String name(String code, String language) throws IOException {
    Taxonomy taxonomy = in(language);
    return taxonomy.topic(taxonomy.index(code)).name();
  }

  @ParameterizedTest
  @CsvSource({
    "en, diplomacy",
    "ar, دبلوماسية",
    "da, diplomati",
    "de, Diplomatie",
    "es, Diplomacia",
    "fr, Diplomatie",
    "pt-BR, diplomacia",
    "pt-pt, diplomacia",
    "sv, Diplomati",
    "zh-Hans, 外交"
  })
  void aTopicHasItsNameInTheLanguage(String language, String name) throws IOException {
    assertEquals(name, name(DIPLOMACY, language));
  }

  @Test
  void aTopicWithoutANameInTheLanguageKeepsItsEnglishOne() throws IOException {
    assertEquals(name(NEW, "en"), name(NEW, "de"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "da", "de", "es", "fr", "pt-BR", "pt-PT", "sv", "zh-Hans"})
  void nineInTenOfTheModelsTopicsHaveANameInTheLanguage(String language) throws IOException {
    TopicNames names = TopicNames.of(language);
    Taxonomy english = in("en");
    List<Taxonomy.Topic> unnamed =
        IntStream.range(0, english.size())
            .mapToObj(english::topic)
            .filter(topic -> names.in(nameless(topic)).topic(0).name().isEmpty())
            .toList();
    assertTrue(unnamed.size() < 23, unnamed::toString);
  }

  private static Taxonomy nameless(Taxonomy.Topic topic) {
    return new Taxonomy(
        "iptc-mediatopics-test", "", List.of(new Taxonomy.Topic(topic.code(), "", null)));
  }

  @Test
  void theModelIsStillTheSame() throws IOException {
    TopicModel model = TopicModel.bundled();
    TopicModel german = model.named(TopicNames.of("de"));
    assertEquals(model.fingerprint(), german.fingerprint());
    assertEquals(model.vocabularyVersion(), german.vocabularyVersion());
    assertEquals(DIPLOMACY, german.taxonomy().topic(german.taxonomy().index(DIPLOMACY)).code());
  }

  @Test
  void topicsOfOnesOwnKeepTheirNames() {
    Taxonomy own =
        new Taxonomy("desks-1", "", List.of(new Taxonomy.Topic(DIPLOMACY, "Foreign", null)));
    assertEquals("Foreign", TopicNames.of("de").in(own).topic(0).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tlh", "", "code", "german"})
  void aLanguageWithoutNamesIsRefusedNamingThoseWithSome(String language) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TopicNames.of(language)).getMessage();
    assertTrue(message.contains("\"" + language + "\""), message);
    assertTrue(message.endsWith("en, ar, da, de, es, fr, pt-BR, pt-PT, sv, zh-Hans."), message);
  }
}
