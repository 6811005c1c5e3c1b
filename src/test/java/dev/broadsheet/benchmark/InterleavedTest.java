package dev.broadsheet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterleavedTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void workTakesTurnsAndWarmUpsAreNotCounted() throws IOException {
    List<Timing> timings =
        new Interleaved(List.of())
            .add("a", 10, 1, () -> done.add("a"))
            .add("b", 10, 1, () -> done.add("b"))
            .run(1, 2);
    assertEquals(List.of("a", "b", "a", "b", "a", "b"), done);
    assertEquals(List.of(2, 2), timings.stream().map(t -> t.seconds().size()).toList());
  }

  @Test
  void onlyWorkWithAWantedNameIsDone() throws IOException {
    new Interleaved(List.of("step", "x"))
        .add("step clean", 10, 1, () -> done.add("clean"))
        .add("run", 10, 1, () -> done.add("run"))
        .run(0, 1);
    assertEquals(List.of("clean"), done);
  }

  @Test
  void gettingReadyIsNotTimed() throws IOException {
    Work work =
        new Work() {
          @Override
          public void prepare() throws IOException {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < 200_000_000) {
              Thread.onSpinWait();
            }
          }

          @Override
          public void run() {}
        };
    Timing timing = new Interleaved(List.of()).add("a", 10, 1, work).run(0, 1).get(0);
    assertTrue(timing.medianSeconds() < .1, timing::toString);
  }

  @Test
  void aRatioIsTheMedianOfTheRoundsOwn() {
    Timing slow = new Timing("slow", 1, 1, List.of(2.0, 30.0, 8.0));
    Timing fast = new Timing("fast", 1, 1, List.of(1.0, 10.0, 2.0));
    Ratio ratio = Ratio.of("r", List.of(slow, fast), "slow", "fast").orElseThrow();
    assertEquals(new Ratio("r", 3, 2, 4), ratio);
    assertTrue(Ratio.of("r", List.of(slow), "slow", "fast").isEmpty());
  }

  @Test
  void ratesAreThoseOfTheMedianRound() {
    Timing timing = new Timing("a", 4_000_000, 10, List.of(1.0, 3.0, 2.0, 9.0));
    assertEquals(2.5, timing.medianSeconds());
    assertEquals(1.6, timing.mbPerSecond());
    assertEquals(4, timing.articlesPerSecond());
  }
}
