package dev.broadsheet.clean;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The archive's keywords: each once, whatever its case, in order. */
final class Tags {

  private final List<String> tags = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /** Adds those that are new and not empty. */
  Tags add(Collection<String> more) {
    for (String tag : more) {
      String clean = clean(tag);
      if (!clean.isEmpty() && seen.add(clean.toLowerCase(Locale.ROOT))) {
        tags.add(clean);
      }
    }
    return this;
  }

  List<String> list() {
    return tags;
  }

  private static String clean(String tag) {
    String line = Repair.repair(tag).replaceAll("\n+", " ");
    int begin = 0;
    int end = line.length();
    while (begin < end && isEdge(line.charAt(begin))) {
      begin++;
    }
    while (end > begin && isEdge(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(begin, end);
  }

  private static boolean isEdge(char c) {
    return c == ' ' || c == ',' || c == ';';
  }
}
