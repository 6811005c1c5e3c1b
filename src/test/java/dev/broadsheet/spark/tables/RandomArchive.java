package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.broadsheet.read.Format;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * An archive in which nothing is well kept: tars and zips with members of equal names, JSON with
 * equal ids in one file and in several, all of them changed, moved and put in another order each
 * night. Knows which record of an id counts.
 */
final class RandomArchive {

  /** A member; its id is that of its JSON, or its path. */
  private record Member(String name, String id, String title) {

    private byte[] content() {
      String text =
          id == null
              ? title + "\n\n" + SyncJobTest.BODY + "\n"
              : "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"%s\"}\n"
                  .formatted(id, title, SyncJobTest.BODY);
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private String id(String file) {
      return id == null ? file + "!/" + shortName() : id;
    }

    /** Of a long name the end, behind a hash of it all. */
    private String shortName() {
      UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
      return name.length() > 1000 ? hash + "~" + name.substring(name.length() - 1000) : name;
    }
  }

  private static final String[] FILES = {"a.tar", "b.zip", "c.tar", "d.parcel"};

  private static final String[] NAMES = {
    "n.txt", "f/n.txt", "one" + "/n".repeat(600) + ".text", "two" + "/n".repeat(600) + ".text"
  };

  private final Path folder;
  private final Random random;

  /** By name, in the order of their modification times. */
  private final Map<String, List<Member>> files = new LinkedHashMap<>();

  private final Set<String> written = new HashSet<>();
  private int titles;
  private int clock;

  private RandomArchive(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /** Syncs each of some nights, and all at once after them. */
  static void assertOneRowAnId(Path folder, int seed, int nights) throws IOException {
    Path input = Files.createDirectory(folder.resolve("random" + seed));
    RandomArchive archive = new RandomArchive(input, seed);
    Tables nightly = new Tables(input, folder.resolve("nightly" + seed), Format.ZIP);
    for (int night = 1; night <= nights; night++) {
      archive.night();
      nightly.sync();
      assertEquals(List.of(), nightly.failures());
      Map<String, String> titles = nightly.titles();
      assertEquals(titles.size(), nightly.rows(Name.ARTICLES).size());
      archive.fresh().forEach((id, title) -> assertEquals(title, titles.get(id), id));
    }
    Tables atOnce = new Tables(input, folder.resolve("at-once" + seed), Format.ZIP);
    atOnce.sync();
    assertEquals(archive.titles(), atOnce.titles());
  }

  /** Changes about half of the files. */
  private void night() throws IOException {
    written.clear();
    for (String file : FILES) {
      if (!files.containsKey(file) || random.nextBoolean()) {
        List<Member> members = new ArrayList<>(files.getOrDefault(file, List.of()));
        Collections.shuffle(members, random);
        members.subList(members.size() / 2, members.size()).replaceAll(this::corrected);
        members.subList(0, Math.min(2, members.size())).clear();
        while (members.size() < 6) {
          members.add(random());
        }
        write(file, members);
      }
    }
  }

  private Member corrected(Member member) {
    return new Member(member.name(), member.id(), title());
  }

  private Member random() {
    return random.nextBoolean()
        ? new Member(NAMES[random.nextInt(NAMES.length)], null, title())
        : new Member("n.json", "id" + random.nextInt(4), title());
  }

  private String title() {
    return "Talks number " + ++titles;
  }

  private void write(String name, List<Member> members) throws IOException {
    files.remove(name);
    files.put(name, members);
    written.add(name);
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (name.endsWith(".tar")) {
        tar(members, out);
      } else {
        zip(members, out);
      }
    }
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L + 1000L * ++clock));
  }

  private static void tar(List<Member> members, OutputStream out) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (Member member : members) {
        TarArchiveEntry entry = new TarArchiveEntry(member.name());
        entry.setSize(member.content().length);
        tar.putArchiveEntry(entry);
        tar.write(member.content());
        tar.closeArchiveEntry();
      }
    }
  }

  private static void zip(List<Member> members, OutputStream out) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (Member member : members) {
        zip.putArchiveEntry(new ZipArchiveEntry(member.name()));
        zip.write(member.content());
        zip.closeArchiveEntry();
      }
    }
  }

  /** By id, the title of the record that counts: the last in the youngest file. */
  private Map<String, String> titles() {
    return titles(files.keySet());
  }

  /** Of these, the ones whose record was written this night: their rows must be of it. */
  private Map<String, String> fresh() {
    Map<String, String> fresh = new HashMap<>(titles());
    fresh.entrySet().retainAll(titles(written).entrySet());
    return fresh;
  }

  private Map<String, String> titles(Set<String> of) {
    Map<String, String> titles = new TreeMap<>();
    files.forEach(
        (file, members) -> {
          if (of.contains(file)) {
            members.forEach(member -> titles.put(member.id(file), member.title()));
          }
        });
    return titles;
  }
}
