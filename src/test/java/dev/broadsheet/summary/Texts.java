package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Cuts tests' texts as the pipeline cuts articles. */
final class Texts {

  private static final Segmenter SEGMENTER = new Segmenter(models());

  private Texts() {}

  private static SegmenterModels models() {
    try {
      return SegmenterModels.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SegmentedText segment(String text) {
    return SEGMENTER.segment(text);
  }

  /** A sentence's words, as {@link Boilerplate} counts them. */
  static int words(SegmentedText text, int sentence) {
    return Boilerplate.words(text, text.firstToken(sentence), text.endToken(sentence));
  }
}
