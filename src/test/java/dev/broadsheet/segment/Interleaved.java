package dev.broadsheet.segment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Times tasks over the same text in turns, so that what slows the machine slows them all, and
 * prints medians of CPU time and their ratios to the first task.
 */
public final class Interleaved {

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Map<String, IntSupplier> tasks = new LinkedHashMap<>();
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private int sink;

  /** Adds a task; what it returns is kept, so that its work cannot be optimized away. */
  public Interleaved add(String name, IntSupplier task) {
    tasks.put(name, task);
    seconds.put(name, new ArrayList<>());
    return this;
  }

  /** Runs all tasks two times unmeasured, then {@code rounds} times, over so many UTF-16 units. */
  public void run(int rounds, long units) {
    for (int round = -2; round < rounds; round++) {
      boolean isMeasured = round >= 0;
      tasks.forEach((name, task) -> run(name, task, isMeasured));
    }
    double first = median(seconds.values().iterator().next());
    seconds.forEach(
        (name, times) ->
            System.out.printf(
                "%-24s %8.1f MB/s  %6.2f x%n",
                name, units / 1e6 / median(times), first / median(times)));
    System.out.println("over " + units + " units, checked " + sink);
  }

  private void run(String name, IntSupplier task, boolean isMeasured) {
    long begin = CLOCK.getCurrentThreadCpuTime();
    sink += task.getAsInt();
    if (isMeasured) {
      seconds.get(name).add((CLOCK.getCurrentThreadCpuTime() - begin) / 1e9);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
