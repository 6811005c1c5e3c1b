package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How input is dealt to tasks, on files that have their sizes but hold nothing. */
class InputPlanTest {

  private static final long MB = 1 << 20;

  @TempDir private java.nio.file.Path folder;

  @Test
  void everyByteIsDealtOnceWhateverTheFiles() throws IOException {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      java.nio.file.Path input = Files.createDirectory(folder.resolve("in" + round));
      Map<String, Long> sizes = new HashMap<>();
      for (int i = random.nextInt(40) + 1; i > 0; i--) {
        long size = random.nextInt(4) == 0 ? random.nextLong(200 * MB) : random.nextLong(MB);
        String name = i + (random.nextBoolean() ? ".jsonl" : ".txt");
        sizes.put(name, size);
        make(input.resolve(name), size);
      }
      checkCoverage(plan(input, random.nextInt(3) * 7), sizes);
    }
  }

  @Test
  void oneLargeFileBesideManySmallOnesKeepsAllCoresBusy() throws IOException {
    make(folder.resolve("large.jsonl"), 1000 * MB);
    for (int i = 0; i < 2000; i++) {
      make(folder.resolve("small-" + i + ".txt"), 2400);
    }
    InputPlan plan = plan(folder, 0);
    long[] loads = new long[2];
    for (Slice[] bin : plan.bins()) {
      Arrays.sort(loads);
      loads[0] += cost(bin);
    }
    Arrays.sort(loads);
    assertTrue(loads[0] > .88 * loads[1], () -> Arrays.toString(loads));
  }

  @Test
  void smallFilesShareTasksAndTheirNumberIsBounded() throws IOException {
    for (int i = 0; i < 3000; i++) {
      make(folder.resolve("small-" + i + ".txt"), 2400);
    }
    int tasks = plan(folder, 0).bins().size();
    assertTrue(tasks >= 16 && tasks <= 20, () -> tasks + " tasks");
  }

  @Test
  void theNumberOfTasksAskedForIsMetAboutAndTheirSizesAreAlike() throws IOException {
    make(folder.resolve("a.jsonl"), 700 * MB);
    make(folder.resolve("b.jsonl"), 300 * MB);
    List<Slice[]> bins = plan(folder, 10).bins();
    assertTrue(bins.size() >= 10 && bins.size() <= 12, () -> bins.size() + " tasks");
    assertTrue(cost(bins.get(0)) < 110 * MB);
  }

  @Test
  void moreTasksThanAFileHasContentAreNotMade() throws IOException {
    make(folder.resolve("a.jsonl"), 5000);
    int tasks = plan(folder, InputPlan.MOST_PARTITIONS).bins().size();
    assertTrue(tasks <= 5, () -> tasks + " tasks");
  }

  @Test
  void theHeaviestTasksComeFirst() throws IOException {
    make(folder.resolve("a.txt"), 10);
    make(folder.resolve("b.jsonl.gz"), 30 * MB);
    make(folder.resolve("c.jsonl"), 50 * MB);
    List<Long> costs = plan(folder, 0).bins().stream().map(InputPlanTest::cost).toList();
    assertEquals(costs.stream().sorted(java.util.Comparator.reverseOrder()).toList(), costs);
  }

  private static void checkCoverage(InputPlan plan, Map<String, Long> sizes) {
    Map<String, Long> dealt = new HashMap<>();
    for (Slice[] bin : plan.bins()) {
      for (Slice slice : bin) {
        dealt.merge(slice.name(), slice.end() - slice.begin(), Long::sum);
      }
    }
    assertEquals(sizes, dealt);
  }

  private InputPlan plan(java.nio.file.Path input, int partitions) throws IOException {
    Path output = new Path(folder.resolve("out").toUri());
    return InputPlan.of(
        new Configuration(), List.of(input.toString()), null, output, partitions, 2);
  }

  /** As the plan reckons: what a slice holds, and 64 KB to open it. */
  private static long cost(Slice[] bin) {
    return Arrays.stream(bin).mapToLong(slice -> slice.bytes() + (64 << 10)).sum();
  }

  /** A file with a hole of this size. */
  private static void make(java.nio.file.Path file, long size) throws IOException {
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength(size);
    }
  }
}
