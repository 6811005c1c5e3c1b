package dev.broadsheet.spark;

import dev.broadsheet.read.Format;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
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
record InputPlan(List<Slice[]> bins, long files, long bytes) {

  /** Opening a file costs about as much as reading this much of it. */
  private static final long OPEN_COST = 64 << 10;

  private static final long SMALLEST_BIN = 1 << 20;
  private static final long LARGEST_BIN = 128 << 20;

  /** The more, the less a core waits for the other at the end; the fewer, the larger the files. */
  private static final int BINS_PER_CORE = 8;

  /**
   * Lists the inputs and deals them out.
   *
   * @param inputs files, folders (walked, names that begin with a dot or underscore left out) or
   *     globs, as Hadoop URIs
   * @param forced the format of all files; null to go by their names
   * @param output left out, so that a run may write below its input
   * @param partitions tasks to deal them to, about; 0 to go by size and cores
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
    List<InputFile> files = new ArrayList<>();
    for (String input : inputs) {
      addInput(conf, new Path(input), files);
    }
    files.removeIf(file -> isBelow(file.status().getPath(), output));
    if (files.isEmpty()) {
      throw new FileNotFoundException("There are no files in " + String.join(", ", inputs) + ".");
    }
    long bytes = files.stream().mapToLong(file -> file.status().getLen()).sum();
    long binSize = binSize(files.size(), bytes, partitions, cores);
    return new InputPlan(pack(slices(files, forced, binSize), binSize), files.size(), bytes);
  }

  private static long binSize(int files, long bytes, int partitions, int cores) {
    long cost = bytes + files * OPEN_COST;
    return partitions > 0
        ? cost / partitions + 1
        : Math.max(SMALLEST_BIN, Math.min(LARGEST_BIN, cost / cores / BINS_PER_CORE + 1));
  }

  private record InputFile(FileStatus status, String name) {}

  private static void addInput(Configuration conf, Path input, List<InputFile> files)
      throws IOException {
    FileSystem system = input.getFileSystem(conf);
    for (FileStatus match : matches(system, input)) {
      walk(system, match, match.isDirectory() ? "" : match.getPath().getName(), files);
    }
  }

  /** A file may be named as if it were a glob, such as {@code notes[1].txt}. */
  private static FileStatus[] matches(FileSystem system, Path input) throws IOException {
    if (system.exists(input)) {
      return new FileStatus[] {system.getFileStatus(input)};
    }
    FileStatus[] matches = system.globStatus(input);
    if (matches == null || matches.length == 0) {
      throw new FileNotFoundException("The input " + input + " does not exist.");
    }
    return matches;
  }

  private static void walk(FileSystem system, FileStatus at, String name, List<InputFile> files)
      throws IOException {
    if (at.isFile()) {
      files.add(new InputFile(at, name));
      return;
    }
    FileStatus[] children = system.listStatus(at.getPath());
    for (FileStatus child : sorted(children)) {
      String childName = child.getPath().getName();
      if (!isHidden(childName)) {
        walk(system, child, name.isEmpty() ? childName : name + "/" + childName, files);
      }
    }
  }

  private static List<FileStatus> sorted(FileStatus[] statuses) {
    return List.of(statuses).stream().sorted(Comparator.comparing(FileStatus::getPath)).toList();
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private static boolean isBelow(Path file, Path folder) {
    for (Path at = file; at != null; at = at.getParent()) {
      if (at.toUri().getPath().equals(folder.toUri().getPath())) {
        return true;
      }
    }
    return false;
  }

  private static List<Slice> slices(List<InputFile> files, Format forced, long size) {
    List<Slice> slices = new ArrayList<>();
    for (InputFile file : files) {
      String name = file.status().getPath().getName();
      Format format = forced != null ? forced : Format.of(name).orElse(null);
      long length = file.status().getLen();
      long step = splits(format, name) ? evenStep(length, size) : Long.MAX_VALUE;
      long begin = 0;
      do {
        long end = length - begin <= step ? length : begin + step;
        slices.add(new Slice(uri(file), file.name(), format, begin, end));
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

  private static String uri(InputFile file) {
    return file.status().getPath().toString();
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
