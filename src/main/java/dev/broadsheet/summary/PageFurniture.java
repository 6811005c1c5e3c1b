package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;

/**
 * Tells the sentences that a page or a publisher puts around a story: captions, credits, calls to
 * subscribe, what an author is. They are in no summary, and speak for no topic. One article at a
 * time, one thread.
 */
public final class PageFurniture {

  private final Furniture furniture = new Furniture();
  private SegmentedText text;

  /** Takes an article in. */
  public void read(SegmentedText body) {
    text = body;
    furniture.read(body);
  }

  /** Whether a sentence, counted from 0, is not the story's. */
  public boolean matches(int sentence) {
    int words = Boilerplate.words(text, text.firstToken(sentence), text.endToken(sentence));
    return matches(sentence, words);
  }

  /** The same, by a sentence's {@link Boilerplate#words}. */
  boolean matches(int sentence, int words) {
    return Boilerplate.matches(text, sentence, words) || furniture.matches(sentence, words);
  }

  /** Whether a sentence asks or announces, so that it wants another after it. */
  boolean opens(int sentence) {
    return furniture.opens(sentence);
  }
}
