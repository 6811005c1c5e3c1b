package dev.broadsheet.topics.train;

import java.util.Iterator;
import java.util.ServiceLoader;

/**
 * A sentence-embedding model, used only while training: it teaches the linear model what unlabelled
 * text is about. Found by {@link ServiceLoader}, so that none need be in the product's jar. One
 * thread at a time.
 */
public interface SentenceEncoder {

  /** Names the embedding model and its version, for the model card. */
  String name();

  /** A vector of length one; equal texts get equal vectors. */
  float[] encode(String text);

  /**
   * The one encoder on the class path.
   *
   * @throws IllegalStateException if there is none
   */
  static SentenceEncoder load() {
    Iterator<SentenceEncoder> encoders = ServiceLoader.load(SentenceEncoder.class).iterator();
    if (!encoders.hasNext()) {
      throw new IllegalStateException(
          "The plan has a teacher, but no sentence encoder is on the class path: build with the"
              + " Maven profile \"teacher\", or take \"teacher\" out of the plan.");
    }
    return encoders.next();
  }
}
