package dev.broadsheet.spark;

import java.util.Set;

/** Takes the articles that have a tombstone out of the table and its history. */
final class Forgetting {

  private Forgetting() {}

  static void finish(ArchiveTables tables, Set<String> runs) {}
}
