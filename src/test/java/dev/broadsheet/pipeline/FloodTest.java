package dev.broadsheet.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.summary.Budget;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FloodTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** A tenth of the longest text; quadratic code takes many seconds for it. */
  private static final int LENGTH = PipelineOptions.MAX_TEXT_LENGTH / 10;

  private static final int MILLISECONDS = 500;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final PipelineOptions options =
      new PipelineOptions(NOW, PipelineOptions.MAX_TEXT_LENGTH, false, Budget.DEFAULT, 0);
  private final ArticlePipeline pipeline =
      new ArticlePipeline(Models.bundled(), options, new StepClock());

  @Test
  void aTextOfAnythingIsProcessedInLinearTime() {
    List<String> slow = new ArrayList<>();
    for (Map.Entry<String, String> flood : Floods.of(LENGTH).entrySet()) {
      for (String text : List.of(flood.getValue(), Floods.ENGLISH + flood.getValue())) {
        long begin = CPU.getCurrentThreadCpuTime();
        Outcome outcome = pipeline.process(raw("Harbour", text));
        long milliseconds = (CPU.getCurrentThreadCpuTime() - begin) / 1_000_000;
        if (milliseconds > MILLISECONDS) {
          slow.add(milliseconds + " ms: " + escape(flood.getKey()));
        }
        assertIsNoFailure(outcome);
      }
    }
    assertEquals(List.of(), slow);
  }

  @Test
  void aFloodAsTitleTagsOrDateIsProcessedInLinearTime() {
    List<String> slow = new ArrayList<>();
    for (Map.Entry<String, String> flood : Floods.of(LENGTH).entrySet()) {
      String text = flood.getValue();
      RawArticle raw =
          new RawArticle("u", text, text, text, Floods.ENGLISH, text, List.of(text, text));
      long begin = CPU.getCurrentThreadCpuTime();
      Outcome outcome = pipeline.process(raw);
      long milliseconds = (CPU.getCurrentThreadCpuTime() - begin) / 1_000_000;
      if (milliseconds > MILLISECONDS) {
        slow.add(milliseconds + " ms: " + escape(flood.getKey()));
      }
      assertIsNoFailure(outcome);
    }
    assertEquals(List.of(), slow);
  }

  private static void assertIsNoFailure(Outcome outcome) {
    if (outcome instanceof Rejected rejected) {
      assertNotEquals(RejectReason.INTERNAL_ERROR, rejected.reason(), rejected.detail());
    }
  }

  private static RawArticle raw(String title, String text) {
    return new RawArticle("u", null, null, title, text, null, List.of());
  }

  private static String escape(String piece) {
    StringBuilder escaped = new StringBuilder();
    piece
        .chars()
        .forEach(
            c ->
                escaped.append(
                    c > ' ' && c < 0x7F ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return escaped.toString();
  }
}
