package dev.broadsheet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times pieces of work in turns, so that what slows the machine for a while slows all of them alike
 * and their ratios hold. One thread.
 */
public final class Interleaved {

  private record Entry(String name, long bytes, long articles, Work work) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> wanted;

  /**
   * @param wanted parts of names; work whose name has none of them is left out, none for all
   */
  public Interleaved(List<String> wanted) {
    this.wanted = List.copyOf(wanted);
  }

  /** Adds work that goes through so many bytes and articles. */
  public Interleaved add(String name, long bytes, long articles, Work work) {
    if (wanted.isEmpty() || wanted.stream().anyMatch(name::contains)) {
      entries.add(new Entry(name, bytes, articles, work));
    }
    return this;
  }

  /**
   * Does all work {@code warmUps} times untimed, then {@code rounds} times.
   *
   * @return in the order added; empty if there are no rounds
   */
  public List<Timing> run(int warmUps, int rounds) throws IOException {
    Map<Entry, List<Double>> seconds = new LinkedHashMap<>();
    entries.forEach(entry -> seconds.put(entry, new ArrayList<>()));
    for (int round = -warmUps; round < rounds; round++) {
      for (Entry entry : entries) {
        double took = time(entry.work());
        if (round >= 0) {
          seconds.get(entry).add(took);
        }
      }
    }
    return entries.stream()
        .filter(entry -> !seconds.get(entry).isEmpty())
        .map(e -> new Timing(e.name(), e.bytes(), e.articles(), seconds.get(e)))
        .toList();
  }

  private static double time(Work work) throws IOException {
    work.prepare();
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }
}
