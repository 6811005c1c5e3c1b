package dev.broadsheet.clean;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Title, paragraphs and keywords of an article, told apart. Rules are applied to both ends until
 * none applies; the last paragraph left is never taken. One article, one instance.
 */
final class Body {

  private String title;
  private Deque<String> paragraphs;
  private final Deque<String> keywords = new ArrayDeque<>();

  /**
   * @param title repaired, one line; empty if the record has none
   * @param text repaired
   */
  Body(String title, String text) {
    this.title = title;
    this.paragraphs = new ArrayDeque<>(Paragraphs.lines(Wrapping.undone(text)));
    takeEnds();
    this.paragraphs = new ArrayDeque<>(Paragraphs.joined(paragraphs, new Hyphens(text)));
    takeEnds();
  }

  /** The title given, else the headline found, not all in capitals; empty if there is none. */
  String title() {
    return Capitals.lowered(title, text());
  }

  /** The paragraphs, one blank line between. */
  String text() {
    return String.join("\n\n", paragraphs);
  }

  /** The keywords found, in order. */
  Collection<String> keywords() {
    return keywords;
  }

  private void takeEnds() {
    while (paragraphs.size() > 1 && (takeHeadline() || takeKeywords())) {
      // until both ends are body text
    }
  }

  private boolean takeHeadline() {
    String first = paragraphs.removeFirst();
    String next = paragraphs.getFirst();
    if (!title.isEmpty() && Lines.same(title, first)) {
      return true;
    }
    boolean repeated = Headline.isRepeated(first, next);
    if (title.isEmpty() && (repeated || Headline.isOver(first, next))) {
      title = first;
      return true;
    }
    if (!repeated) {
      paragraphs.addFirst(first);
    }
    return repeated;
  }

  private boolean takeKeywords() {
    List<String> found = new ArrayList<>(KeywordLine.keywords(paragraphs.getLast()));
    if (found.isEmpty()) {
      return false;
    }
    paragraphs.removeLast();
    for (int i = found.size() - 1; i >= 0; i--) {
      keywords.addFirst(found.get(i));
    }
    return true;
  }
}
