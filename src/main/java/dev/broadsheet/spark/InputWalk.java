package dev.broadsheet.spark;

import dev.broadsheet.spark.InputFiles.InputFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A walk through the inputs that comes to each file and folder once, whatever leads there. Links
 * are followed last, so that a file goes by its own name if the inputs hold that as well.
 */
final class InputWalk {

  private record Found(InputListing listing, InputEntry entry, String name) {}

  private final Set<Object> seen = new HashSet<>();
  private final Deque<Found> links = new ArrayDeque<>();
  private final List<InputFile> files = new ArrayList<>();

  /** Leaves out what lies there. */
  void leaveOut(InputEntry entry) {
    seen.add(entry.identity());
  }

  /** Walks one input. */
  void add(InputListing listing, InputEntry input) throws IOException {
    String name = input instanceof InputEntry.Folder ? "" : input.path().getName();
    visit(new Found(listing, input, name));
  }

  /** All files come to, those behind links last. */
  List<InputFile> files() throws IOException {
    while (!links.isEmpty()) {
      visit(links.remove());
    }
    return files;
  }

  private void visit(Found found) throws IOException {
    InputEntry entry = found.entry();
    if (!seen.add(entry.identity())) {
      return;
    }
    if (entry instanceof InputEntry.Folder folder) {
      visitChildren(found, folder);
    } else if (entry instanceof InputEntry.File file) {
      files.add(
          new InputFile(file.path().toString(), found.name(), file.bytes(), file.modified(), null));
    } else if (entry instanceof InputEntry.Odd odd) {
      files.add(new InputFile(odd.path().toString(), found.name(), 0, 0, odd.fault()));
    }
  }

  private void visitChildren(Found found, InputEntry.Folder folder) throws IOException {
    for (InputEntry child : found.listing().children(folder)) {
      String own = child.path().getName();
      if (!isHidden(own)) {
        String name = found.name().isEmpty() ? own : found.name() + "/" + own;
        Found next = new Found(found.listing(), child, name);
        if (child.isLinked()) {
          links.add(next);
        } else {
          visit(next);
        }
      }
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }
}
