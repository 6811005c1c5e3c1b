package dev.broadsheet.spark.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An archive that grows and is corrected night by night: half of the corrections in the files where
 * the articles stand, half as later records of the same ids. Knows what it comes to.
 */
final class GrowingArchive {

  private record Line(String id, String title, String text) {
    private String json() {
      return title == null
          ? "{\"id\": \"" + id + "\n"
          : "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"%s\"}\n".formatted(id, title, text);
    }
  }

  private static final String[] WHO = {
    "minister", "mayor", "delegation", "union", "coach", "court"
  };
  private static final String[] DOES = {"rejected", "signed", "praised", "delayed", "explained"};
  private static final String[] WHAT = {
    "treaty", "budget", "strike", "election", "match", "harvest"
  };
  private static final String[] WHERE = {"Vienna", "Lagos", "Quito", "Oslo", "Hanoi", "Tunis"};

  private final Path folder;
  private final Random random;

  /** By name, in the order of their modification times. */
  private final Map<String, List<Line>> files = new LinkedHashMap<>();

  private int nights;
  private int records;
  private int clock;

  GrowingArchive(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /** The records of one more night. */
  void night(int added, int corrected, int damaged) throws IOException {
    List<Line> tonight = new ArrayList<>();
    for (int i = 0; i < corrected; i++) {
      correct(tonight, i % 2 == 0);
    }
    Stream.generate(this::article).limit(added).forEach(tonight::add);
    Stream.generate(this::damage).limit(damaged).forEach(tonight::add);
    write("night-%02d.jsonl".formatted(nights++), tonight);
  }

  private void correct(List<Line> tonight, boolean inPlace) throws IOException {
    List<String> names = List.copyOf(files.keySet());
    String name = names.get(random.nextInt(names.size()));
    List<Line> file = new ArrayList<>(files.get(name));
    int at = random.nextInt(file.size());
    Line corrected = article(file.get(at).id());
    if (inPlace) {
      file.set(at, corrected);
      write(name, file);
    } else {
      tonight.add(corrected);
    }
  }

  private Line article() {
    return article("a" + records++);
  }

  private Line damage() {
    return new Line("damaged" + records++, null, null);
  }

  private Line article(String id) {
    String title = "Report " + random.nextInt(1_000_000);
    String text = Stream.generate(this::sentence).limit(12).collect(Collectors.joining(" "));
    return new Line(id, title, text);
  }

  private String sentence() {
    return "The %s in %s %s the %s because the %s of %s had not agreed to the terms."
        .formatted(any(WHO), any(WHERE), any(DOES), any(WHAT), any(WHO), any(WHERE));
  }

  private String any(String[] words) {
    return words[random.nextInt(words.length)];
  }

  private void write(String name, List<Line> lines) throws IOException {
    files.remove(name);
    files.put(name, lines);
    Path file = folder.resolve(name);
    Files.writeString(file, lines.stream().map(Line::json).collect(Collectors.joining()));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L + 1000L * ++clock));
  }

  /** The titles by id: of several records of one id the last in the youngest file counts. */
  Map<String, String> titles() {
    Map<String, String> titles = new TreeMap<>();
    files.values().stream()
        .flatMap(List::stream)
        .filter(record -> record.title() != null)
        .forEach(record -> titles.put(record.id(), record.title()));
    return titles;
  }

  /** Damaged lines in all files. */
  long damaged() {
    return files.values().stream()
        .flatMap(List::stream)
        .filter(record -> record.title() == null)
        .count();
  }
}
