package dev.broadsheet.topics.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static Decisions decisions() {
    Decisions decisions = new Decisions();
    double[] probabilities = {0.9, 0.8, 0.7, 0.6, 0.5, 0.4};
    boolean[] truth = {true, true, false, true, false, false};
    for (int i = 0; i < truth.length; i++) {
      decisions.add(probabilities[i], truth[i]);
    }
    return decisions;
  }

  @Test
  void theBestThresholdLiesBelowTheLastOfTheRightOnes() {
    ThresholdFit best = decisions().best();
    assertEquals(0.55, best.threshold(), 1e-9);
    assertEquals(0.75, best.precision());
    assertEquals(1, best.recall());
    assertEquals(6 / 7.0, best.f1(), 1e-9);
  }

  @Test
  void aFloorOnPrecisionRaisesTheThreshold() {
    assertEquals(0.55, decisions().from(0.3, 0.7, 0).threshold(), 1e-9);
    assertEquals(0.75, decisions().from(0.3, 0.8, 0).threshold(), 1e-9);
    assertEquals(0.85, decisions().from(0.85, 0.7, 0).threshold(), 1e-9);
  }

  @Test
  void fewRightOnesAreNotBelieved() {
    assertNull(decisions().from(0.3, 0.8, 4));
  }

  @Test
  void reliabilityIsOfThoseThatAreGiven() {
    assertEquals(4, decisions().reliability(0.55).size());
    assertTrue(decisions().reliability(0.85).equals(List.of(decisions().reliability(0.1).get(5))));
    assertEquals(0.9, decisions().reliability(0.85).get(0).get("said"));
    assertEquals(1.0, decisions().reliability(0.85).get(0).get("was"));
  }
}
