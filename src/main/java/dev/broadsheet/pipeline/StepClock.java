package dev.broadsheet.pipeline;

import java.util.EnumMap;
import java.util.Map;

/** Adds up the time of each step of one thread's work: {@link #start}, then a lap at each end. */
public final class StepClock {

  private final Map<Step, Long> nanos = new EnumMap<>(Step.class);
  private long last = System.nanoTime();

  /** Forgets the time since the last lap. */
  public void start() {
    last = System.nanoTime();
  }

  /** Gives the time since the last lap or start to the step. */
  public void lap(Step step) {
    long now = System.nanoTime();
    nanos.merge(step, now - last, Long::sum);
    last = now;
  }

  /** Nanoseconds given to the step so far. */
  public long nanos(Step step) {
    return nanos.getOrDefault(step, 0L);
  }
}
