package dev.broadsheet.spark.tables;

import dev.broadsheet.spark.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;

/**
 * A command as a process of the packaged jar, which can be killed when it makes a certain file.
 *
 * @param place folder of the tables, the lock and the staging folder, and of nothing else
 * @param arguments without the output
 */
record TableProcess(Path place, List<String> arguments) {

  static TableProcess sync(Path input, Path place, String... more) {
    List<String> arguments = new ArrayList<>(List.of("sync", "--input=" + input));
    arguments.addAll(List.of("--max-reject-ratio=1", "--master=local[2]"));
    arguments.addAll(List.of(more));
    return new TableProcess(place, arguments);
  }

  static TableProcess of(Path place, String... arguments) {
    return new TableProcess(place, List.of(arguments));
  }

  /** The folder of the tables. */
  Path output() {
    return place.resolve("table");
  }

  ProcessBuilder command() {
    List<String> all = new ArrayList<>(arguments);
    all.add("--output=" + output());
    return Processes.broadsheet(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), all.toArray(String[]::new));
  }

  /** Keeps all that lies there now. */
  void keep() throws IOException {
    copy(place, kept());
  }

  /** Puts back what was kept; nothing, if nothing was. */
  void restore() throws IOException {
    FileUtil.fullyDelete(place.toFile());
    if (Files.exists(kept())) {
      copy(kept(), place);
    } else {
      Files.createDirectory(place);
    }
  }

  private Path kept() {
    return place.resolveSibling(place.getFileName() + ".kept");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  Process start() throws IOException {
    return Processes.start(command(), log());
  }

  private Path log() {
    return place.resolveSibling(place.getFileName() + ".log");
  }

  String logged() throws IOException {
    return Files.readString(log());
  }

  /** Runs to the end; the kinds of files that it made, in their order. */
  List<String> madeFiles() throws IOException, InterruptedException {
    return List.copyOf(watch(start(), kinds -> false));
  }

  /** Kills as soon as the kind of file is there; whether it came to that. */
  boolean killAt(String kind) throws IOException, InterruptedException {
    return watch(start(), kinds -> kinds.contains(kind)).contains(kind);
  }

  /** Kills as soon as files of that many kinds are there; it may end before. */
  void killAfter(int files) throws IOException, InterruptedException {
    watch(start(), kinds -> kinds.size() >= files);
  }

  private Set<String> watch(Process process, Predicate<Set<String>> isEnough)
      throws IOException, InterruptedException {
    Set<String> known = new HashSet<>(names());
    Set<String> kinds = new LinkedHashSet<>();
    while (process.isAlive() && !isEnough.test(kinds)) {
      names().stream().filter(known::add).map(TableProcess::kind).forEach(kinds::add);
      Thread.sleep(1);
    }
    if (isEnough.test(kinds)) {
      process.destroyForcibly().waitFor();
    } else if (process.waitFor() != 0) {
      throw new IOException("It ended by itself, and badly: " + logged());
    }
    return kinds;
  }

  /** Names without what differs from run to run; the versions of the tables stay. */
  private static String kind(String name) {
    return name.replaceAll("\\d{8}T\\w+-\\w+", "RUN")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "U")
        .replaceAll("(?<![v\\d])\\d+", "N");
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    collect(place.toFile(), "", names);
    return names;
  }

  /** Of files that may go while we look. */
  private static void collect(File folder, String prefix, List<String> names) {
    File[] children = folder.listFiles();
    for (File child : children == null ? new File[0] : children) {
      String name = prefix + child.getName();
      if (child.isDirectory()) {
        collect(child, name + "/", names);
      } else if (!name.endsWith(".crc")) {
        names.add(name);
      }
    }
  }
}
