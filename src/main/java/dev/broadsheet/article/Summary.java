package dev.broadsheet.article;

import java.util.List;

/**
 * An extractive summary: whole sentences of the text, in its order.
 *
 * @param text the sentences joined by a space
 * @param sentences where each stands, ascending
 * @param notes why the text has no good summary, in the order of the constants; mostly none
 */
public record Summary(String text, List<Pick> sentences, List<SummaryNote> notes) {

  /** The summary of nothing. */
  public static final Summary EMPTY = new Summary("", List.of(), List.of());

  public Summary {
    sentences = List.copyOf(sentences);
    notes = List.copyOf(notes);
  }

  /**
   * A sentence that was picked.
   *
   * @param sentence its number in the text, from 0
   * @param begin first code point in the text
   * @param end one past the last code point
   * @param score the ranker's score; higher is better, comparable within one article only
   */
  public record Pick(int sentence, int begin, int end, double score) {}
}
