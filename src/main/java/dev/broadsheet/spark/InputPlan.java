package dev.broadsheet.spark;

import dev.broadsheet.read.Format;
import dev.broadsheet.spark.InputFiles.InputFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Which files are read, and how they are dealt to tasks.
 *
 * <p>Big files that can be split are, small files are packed together, so that tasks are of like
 * size and their number is bounded whatever the number of files.
 *
 * @param bins the slices of each task, the heaviest first so that none is left over at the end
 * @param files number of files
 * @param bytes size of all files
 */
public record InputPlan(List<Slice[]> bins, long files, long bytes) {

  /** Opening a file costs about as much as reading this much of it. */
  private static final long OPEN_COST = 64 << 10;

  /** The most tasks that may be asked for: Spark's driver keeps books on each. */
  public static final int MOST_PARTITIONS = 100_000;

  /** However many tasks are asked for, each gets more than a few bytes. */
  private static final long SMALLEST_ASKED_BIN = 1 << 10;

  private static final long SMALLEST_BIN = 1 << 20;
  private static final long LARGEST_BIN = 128 << 20;

  /** The more, the less a core waits for the other at the end; the fewer, the larger the files. */
  private static final int BINS_PER_CORE = 8;

  /**
   * Lists the inputs and deals them out.
   *
   * @param inputs and {@code output} as in {@link InputFiles#list}
   * @param forced the format of all files; null to go by their names
   * @param partitions tasks to deal them to, about, at most {@link #MOST_PARTITIONS}; 0 to go by
   *     size and cores
   * @param cores tasks that run at a time
   * @throws FileNotFoundException if an input does not exist or all are empty folders
   */
  static InputPlan of(
      Configuration conf,
      List<String> inputs,
      Format forced,
      Path output,
      int partitions,
      int cores)
      throws IOException {
    return of(InputFiles.list(conf, inputs, output), forced, partitions, cores);
  }

  /** Deals files out. */
  public static InputPlan of(List<InputFile> files, Format forced, int partitions, int cores) {
    long bytes = files.stream().mapToLong(InputFile::bytes).sum();
    long binSize = binSize(files.size(), bytes, partitions, cores);
    return new InputPlan(pack(slices(files, forced, binSize), binSize), files.size(), bytes);
  }

  private static long binSize(int files, long bytes, int partitions, int cores) {
    long cost = bytes + files * OPEN_COST;
    return partitions > 0
        ? Math.max(SMALLEST_ASKED_BIN, cost / partitions + 1)
        : Math.max(SMALLEST_BIN, Math.min(LARGEST_BIN, cost / cores / BINS_PER_CORE + 1));
  }

  private static List<Slice> slices(List<InputFile> files, Format forced, long size) {
    List<Slice> slices = new ArrayList<>();
    for (InputFile file : files) {
      String name = file.fileName();
      Format format = forced != null ? forced : Format.of(name).orElse(null);
      long length = file.bytes();
      long step = splits(format, name) ? evenStep(length, size) : Long.MAX_VALUE;
      long begin = 0;
      do {
        long end = length - begin <= step ? length : begin + step;
        slices.add(
            new Slice(file.uri(), file.name(), format, file.modified(), begin, end, file.fault()));
        begin = end;
      } while (begin < length);
    }
    return slices;
  }

  /** Parts of like size, so that none is a small rest. */
  private static long evenStep(long length, long size) {
    long parts = Math.max(1, (length + size - 1) / size);
    return (length + parts - 1) / parts;
  }

  private static boolean splits(Format format, String name) {
    return (format == Format.JSONL || format == Format.PARQUET) && !Format.isPacked(name);
  }

  private static List<Slice[]> pack(List<Slice> slices, long binSize) {
    List<Slice[]> bins = new ArrayList<>();
    List<Slice> bin = new ArrayList<>();
    long filled = 0;
    for (Slice slice : slices) {
      if (!bin.isEmpty() && filled + slice.bytes() > binSize) {
        bins.add(bin.toArray(Slice[]::new));
        bin.clear();
        filled = 0;
      }
      bin.add(slice);
      filled += slice.bytes() + OPEN_COST;
    }
    bins.add(bin.toArray(Slice[]::new));
    bins.sort(Comparator.<Slice[]>comparingLong(InputPlan::cost).reversed());
    return bins;
  }

  private static long cost(Slice[] bin) {
    long cost = 0;
    for (Slice slice : bin) {
      cost += slice.bytes() + OPEN_COST;
    }
    return cost;
  }
}
