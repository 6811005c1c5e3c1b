package dev.broadsheet.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Evidence;
import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.article.Summary;
import dev.broadsheet.article.TopicScore;
import dev.broadsheet.segment.RandomTexts;
import dev.broadsheet.summary.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticlePipelineTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Path SEED = Path.of("../shared/seed/article.txt");
  private static final String ENGLISH =
      "The ministers met in Vienna on Monday to end the dispute. They agreed to meet again.";

  private final ArticlePipeline pipeline = pipeline(PipelineOptions.defaults(NOW));

  private static ArticlePipeline pipeline(PipelineOptions options) {
    return new ArticlePipeline(Models.bundled(), options, new StepClock());
  }

  private static RawArticle raw(String text) {
    return new RawArticle("test:1", "1", null, null, text, null, List.of());
  }

  @Test
  void anEnglishArticleIsEnriched() {
    Enriched enriched = assertInstanceOf(Enriched.class, pipeline.process(raw(ENGLISH)));
    assertEquals("en", enriched.language());
    assertEquals(2, enriched.sentenceCount());
    assertEquals(ENGLISH, enriched.summary().text());
  }

  @Test
  void anEmptyArticleIsRejected() {
    assertReason(RejectReason.EMPTY_TEXT, pipeline.process(raw(" \u00a0\n ")));
    assertReason(RejectReason.EMPTY_TEXT, pipeline.process(raw(null)));
  }

  @Test
  void aTextOverTheLimitIsRejectedAndTheDetailSaysWhatToDo() {
    PipelineOptions options = new PipelineOptions(NOW, 50, false, Budget.DEFAULT, 0);
    Rejected rejected =
        assertReason(RejectReason.TOO_LONG, pipeline(options).process(raw(ENGLISH)));
    assertTrue(rejected.detail().contains("--max-text-length"), rejected.detail());
  }

  @Test
  void aTitleOverTheLimitIsRejectedAndTheDetailSaysWhatToDo() {
    RawArticle whole = raw(ENGLISH);
    String title = "river ".repeat(PipelineOptions.MAX_TITLE_LENGTH / 6 + 1);
    RawArticle titled = new RawArticle("u", "id", null, title, ENGLISH, null, whole.tags());
    Rejected rejected = assertReason(RejectReason.TOO_LONG, pipeline.process(titled));
    assertTrue(rejected.detail().contains("--map title=NAME"), rejected.detail());
  }

  @Test
  void anotherLanguageIsRejectedUnlessAskedFor() {
    RawArticle german =
        raw("Die Minister trafen sich am Montag in Wien, um den Streit beizulegen.");
    assertReason(RejectReason.UNSUPPORTED_LANGUAGE, pipeline.process(german));
    PipelineOptions keep = new PipelineOptions(NOW, 1000, true, Budget.DEFAULT, 0);
    Enriched kept = assertInstanceOf(Enriched.class, pipeline(keep).process(german));
    assertEquals("de", kept.language());
    assertNull(kept.textQuality());
    assertEquals(List.of(), kept.topics());
    assertEquals(List.of(), kept.summary().notes());
  }

  @Test
  void aTextOfMisreadWordsIsRejectedUnlessTheBoundIsLower() {
    RawArticle misread =
        raw(
            "The niceting of tbe towu couucil was beld ou tbe sccond fioor of tbc ball. "
                + "wbcu tbe niayor aud tbe clcrk wcrc tbcrc thcy votcd agaiust tbe ncw roacl. "
                    .repeat(5));
    Rejected rejected =
        assertReason(
            RejectReason.LOW_QUALITY,
            pipeline(new PipelineOptions(NOW, 9999, false, Budget.DEFAULT, 0.6)).process(misread));
    assertTrue(rejected.detail().contains("--min-text-quality"), rejected.detail());
    PipelineOptions lower = new PipelineOptions(NOW, 9999, false, Budget.DEFAULT, 0);
    Enriched kept = assertInstanceOf(Enriched.class, pipeline(lower).process(misread));
    assertTrue(kept.textQuality() < 0.6, kept::toString);
  }

  @Test
  void aRecordThatWasRejectedBeforeStaysSo() {
    Rejected rejected = new Rejected("test:1", RejectReason.WRONG_TYPE, "why", null);
    assertEquals(rejected, pipeline.process(rejected));
  }

  @Test
  void theSeedArticleIsAboutDiplomacy() throws IOException {
    assumeTrue(Files.exists(SEED), "needs " + SEED);
    RawArticle seed = raw(Files.readString(SEED));
    Enriched enriched = assertInstanceOf(Enriched.class, pipeline.process(seed));
    assertEquals("diplomacy", enriched.topTopic());
    assertEquals(List.of("UN", "Diplomacy"), enriched.article().tags());
    assertTrue(enriched.article().text().contains("Donald Trump to withdraw"));
    for (Summary.Pick pick : enriched.summary().sentences()) {
      String sentence = slice(enriched.article().text(), pick.begin(), pick.end());
      assertTrue(sentence.matches("(?s)[\\p{Lu}“].*[.”]"), "whole: " + sentence);
    }
  }

  @Test
  void onRandomTextsOffsetsGiveTheSentencesThatTheyStandFor() {
    RandomTexts texts = new RandomTexts(5);
    for (int i = 0; i < 2000; i++) {
      if (pipeline.process(raw(texts.next(80))) instanceof Enriched enriched) {
        checkOffsets(enriched);
      }
    }
  }

  @Test
  void noRandomTextIsAnInternalError() {
    RandomTexts texts = new RandomTexts(6);
    for (int i = 0; i < 2000; i++) {
      if (pipeline.process(raw(texts.next(120))) instanceof Rejected rejected) {
        assertTrue(rejected.reason() != RejectReason.INTERNAL_ERROR, rejected.detail());
      }
    }
  }

  @Test
  void theSameInstanceGivesTheSameTwice() {
    RandomTexts texts = new RandomTexts(8);
    for (int i = 0; i < 300; i++) {
      RawArticle article = raw(ENGLISH + texts.next(60));
      Outcome first = pipeline.process(article);
      pipeline.process(raw(texts.next(200)));
      assertEquals(first, pipeline.process(article));
    }
  }

  @Test
  void aBatchGivesWhatItsRecordsGiveOneByOneInTheirOrder() {
    RandomTexts texts = new RandomTexts(10);
    List<Incoming> batch = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      batch.add(raw(ENGLISH + texts.next(60)));
      batch.add(raw(texts.next(40)));
      batch.add(new Rejected("file#" + i, RejectReason.MALFORMED_RECORD, "cut off", "{"));
    }
    List<Outcome> expected = batch.stream().map(pipeline::process).toList();
    assertEquals(expected, pipeline.process(batch));
    assertEquals(List.of(), pipeline.process(List.of()));
  }

  @Test
  void fourThreadsWithAPipelineEachGiveWhatOneGives()
      throws InterruptedException, ExecutionException {
    List<RawArticle> articles = new ArrayList<>();
    RandomTexts texts = new RandomTexts(9);
    IntStream.range(0, 200).forEach(i -> articles.add(raw(ENGLISH + texts.next(60))));
    List<Outcome> expected = articles.stream().map(pipeline::process).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<List<Outcome>>> futures = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ArticlePipeline own = pipeline(PipelineOptions.defaults(NOW));
      futures.add(threads.submit(() -> articles.stream().map(own::process).toList()));
    }
    for (Future<List<Outcome>> future : futures) {
      assertEquals(expected, future.get());
    }
    threads.shutdown();
  }

  private static Rejected assertReason(RejectReason reason, Outcome outcome) {
    Rejected rejected = assertInstanceOf(Rejected.class, outcome);
    assertEquals(reason, rejected.reason());
    return rejected;
  }

  private static void checkOffsets(Enriched enriched) {
    String text = enriched.article().text();
    List<String> picked = new ArrayList<>();
    int last = 0;
    for (Summary.Pick pick : enriched.summary().sentences()) {
      assertTrue(pick.begin() >= last && pick.end() > pick.begin());
      picked.add(slice(text, pick.begin(), pick.end()));
      last = pick.end();
    }
    assertEquals(enriched.summary().text(), String.join(" ", picked));
    for (TopicScore topic : enriched.topics()) {
      for (Evidence evidence : topic.evidence()) {
        String sentence = slice(text, evidence.begin(), evidence.end());
        assertTrue(sentence.equals(sentence.strip()) && !sentence.isEmpty());
      }
    }
  }

  private static String slice(String text, int begin, int end) {
    int from = text.offsetByCodePoints(0, begin);
    return text.substring(from, text.offsetByCodePoints(from, end - begin));
  }
}
