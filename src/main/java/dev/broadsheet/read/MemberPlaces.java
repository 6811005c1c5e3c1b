package dev.broadsheet.read;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.compress.archivers.ArchiveEntry;

/**
 * The places of an archive's members: {@code a.zip!/folder/b.xml}, and {@code ~2} behind it for the
 * second member of that name, as {@code tar -r} appends newer versions. Holds a hash of each name.
 * One thread.
 */
final class MemberPlaces {

  private final Source archive;
  private final Map<UUID, Integer> seen = new HashMap<>();

  MemberPlaces(Source archive) {
    this.archive = archive;
  }

  /** The place of the next member; no other member of the archive has its URI. */
  Source of(ArchiveEntry entry) {
    String name = "!/" + MemberName.shown(entry);
    return new Source(archive.uri() + unique(name), archive.relativePath() + name);
  }

  /** A member may really be called {@code b.xml~2}: then the next free number it is. */
  private String unique(String name) {
    int number = count(name);
    String unique = name;
    while (number > 1) {
      unique = name + "~" + number;
      number = count(unique) == 1 ? 1 : count(name);
    }
    return unique;
  }

  private int count(String name) {
    return seen.merge(MemberName.hash(name), 1, Integer::sum);
  }
}
