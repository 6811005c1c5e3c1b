package dev.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.article.Evidence;
import dev.broadsheet.article.TopicScore;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicClassifierTest {

  private static final String[] WORDS = {
    "minister",
    "ambassador",
    "talks",
    "goal",
    "striker",
    "court",
    "judge",
    "storm",
    "flood",
    "shares",
    "profit",
    "film",
    "singer",
    "vaccine",
    "the",
    "of",
    "and",
    "in",
    "Paris",
    "zxqv",
    "\uD83D\uDE00",
    "caf\u00E9",
    "e\u0301tude",
    ".",
    ",",
    "treaty",
    "summit",
    "missile",
    "2024"
  };

  private static TopicModel model;
  private static Segmenter segmenter;

  @BeforeAll
  static void load() throws IOException {
    model = TopicModel.bundled();
    segmenter = new Segmenter(SegmenterModels.load());
  }

  @Test
  void theSeedArticleIsAboutDiplomacy() throws IOException {
    Path seed = Path.of("../shared/seed/article.txt");
    assumeTrue(Files.exists(seed), "needs ../shared");
    String[] parts = Files.readString(seed).split("\n\n", 5);
    TopicClassifier classifier = new TopicClassifier(model);
    List<TopicScore> scores = classify(classifier, parts[0], parts[4]);
    assertEquals("diplomacy", classifier.topTopic(scores), scores::toString);
  }

  @Test
  void theTopTopicIsTheNarrowestOfTheSureOnes() {
    TopicClassifier classifier = new TopicClassifier(model);
    TopicScore peaceProcess = score("medtop:20000073", 0.99);
    TopicScore diplomacy = score("medtop:20000639", 0.95);
    TopicScore unsure = score("medtop:20000639", 0.85);
    assertEquals("diplomacy", classifier.topTopic(List.of(peaceProcess, diplomacy)));
    assertEquals("peace process", classifier.topTopic(List.of(peaceProcess, unsure)));
  }

  private static TopicScore score(String code, double probability) {
    Taxonomy taxonomy = model.taxonomy();
    String name = taxonomy.topic(taxonomy.index(code)).name();
    return new TopicScore(code, name, probability, List.of());
  }

  @Test
  void pageFurnitureIsNoEvidence() {
    TopicClassifier classifier = new TopicClassifier(model);
    SegmentedText body =
        segmenter.segment(
            "The ambassador met the foreign minister for talks on the treaty. The two embassies"
                + " reopened. Diplomats welcomed the summit.");
    List<TopicScore> all = classifier.classify(segmenter.segment(""), body);
    List<TopicScore> kept = classifier.classify(segmenter.segment(""), body, i -> i == 0);
    assertTrue(evidence(all).contains(0), all::toString);
    assertTrue(!evidence(kept).contains(0) && !evidence(kept).isEmpty(), kept::toString);
    assertEquals(all.size(), kept.size());
  }

  private static List<Integer> evidence(List<TopicScore> scores) {
    return scores.stream()
        .flatMap(score -> score.evidence().stream())
        .map(Evidence::begin)
        .toList();
  }

  @Test
  void sentencesAndBiasMakeTheLogit() {
    TopicClassifier classifier = new TopicClassifier(model);
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      SegmentedText title = randomText(random, 8);
      SegmentedText body = randomText(random, 300);
      double[] logits = classifier.logits(title, body);
      NGrams grams = new NGrams(false, model.card().features().leadWords());
      grams.add(title);
      grams.add(body);
      for (int topic = 0; topic < logits.length; topic++) {
        double sum = model.bias(topic, grams.isBrief());
        for (double contribution : classifier.contributions(topic)) {
          sum += contribution;
        }
        assertEquals(logits[topic], sum, 1e-6);
      }
    }
  }

  @Test
  void aParentIsNeverLessProbableThanItsChildAndIsGivenWithIt() {
    TopicClassifier classifier = new TopicClassifier(model);
    Random random = new Random(8);
    for (int run = 0; run < 200; run++) {
      List<TopicScore> scores = classifier.classify(randomText(random, 8), randomText(random, 200));
      for (TopicScore score : scores) {
        int parent = model.taxonomy().parent(model.taxonomy().index(score.code()));
        assertTrue(parent < 0 || probability(scores, parent) >= score.probability());
      }
    }
  }

  @Test
  void evidenceIsWholeSentencesStrongestFirst() {
    TopicClassifier classifier = new TopicClassifier(model);
    Random random = new Random(9);
    for (int run = 0; run < 200; run++) {
      SegmentedText body = randomText(random, 300);
      for (TopicScore score : classifier.classify(randomText(random, 5), body)) {
        double last = Double.POSITIVE_INFINITY;
        assertTrue(score.evidence().size() <= 3);
        for (Evidence evidence : score.evidence()) {
          assertTrue(evidence.contribution() > 0 && evidence.contribution() <= last);
          last = evidence.contribution();
          assertTrue(
              IntStream.range(0, body.sentenceCount())
                  .mapToObj(body::sentence)
                  .anyMatch(s -> s.begin() == evidence.begin() && s.end() == evidence.end()));
        }
      }
    }
  }

  @Test
  void theSameArticleGetsTheSameTopicsFromAUsedAndAFreshClassifier() {
    TopicClassifier used = new TopicClassifier(model);
    Random random = new Random(10);
    for (int run = 0; run < 50; run++) {
      SegmentedText title = randomText(random, 5);
      SegmentedText body = randomText(random, 3000 * (run % 2) + 50);
      assertEquals(new TopicClassifier(model).classify(title, body), used.classify(title, body));
    }
  }

  @Test
  void aTextWithoutKnownWordsHasNoTopic() {
    TopicClassifier classifier = new TopicClassifier(model);
    List<TopicScore> none = classify(classifier, "", "Qqqxz vvbnk. 12 34!");
    assertEquals(List.of(), none);
    assertNull(classifier.topTopic(none));
    assertEquals(List.of(), classify(classifier, "", ""));
  }

  @Test
  void theTopTopicIsTheMostProbableOneWithoutAGivenChild() {
    TopicClassifier classifier = new TopicClassifier(model);
    List<TopicScore> scores =
        List.of(
            new TopicScore("medtop:11000000", "politics", 0.99, List.of()),
            new TopicScore("medtop:20000638", "international relations", 0.95, List.of()),
            new TopicScore("medtop:16000000", "conflict, war and peace", 0.9, List.of()),
            new TopicScore("medtop:20000639", "diplomacy", 0.8, List.of()));
    assertEquals("conflict, war and peace", classifier.topTopic(scores));
    assertEquals("diplomacy", classifier.topTopic(scores.subList(3, 4)));
  }

  private static double probability(List<TopicScore> scores, int topic) {
    String code = model.taxonomy().topic(topic).code();
    return scores.stream()
        .filter(score -> score.code().equals(code))
        .mapToDouble(TopicScore::probability)
        .findFirst()
        .orElse(-1);
  }

  private static List<TopicScore> classify(TopicClassifier classifier, String title, String body) {
    return classifier.classify(segmenter.segment(title), segmenter.segment(body));
  }

  private static SegmentedText randomText(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
      text.append(random.nextInt(40) == 0 ? "\n\n" : random.nextInt(9) == 0 ? ". " : " ");
    }
    return segmenter.segment(text.toString());
  }
}
