package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;

/** Where the lines of a text begin. */
final class Lines {

  private Lines() {}

  /** Whether a sentence is the first of its line. */
  static boolean begins(SegmentedText text, int sentence) {
    int begin = text.sentenceBegin(sentence);
    return begin == 0 || text.text().charAt(begin - 1) == '\n';
  }
}
