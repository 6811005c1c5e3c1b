package dev.broadsheet.topics.train;

import dev.broadsheet.segment.SegmentedText;

/**
 * Embeds an article as the mean of its first windows of a few sentences each, the title being one,
 * since sentence encoders read little at a time.
 */
final class WindowEncoder {

  private static final int WINDOW_CHARACTERS = 350;
  private static final int MOST_WINDOWS = 6;

  private final SentenceEncoder encoder;

  WindowEncoder(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  /** A vector of length one; null if there is no text. */
  float[] encode(SegmentedText title, SegmentedText body) {
    float[] sum = title.sentenceCount() == 0 ? null : encoder.encode(title.text());
    int windows = 0;
    StringBuilder window = new StringBuilder();
    for (int i = 0; i < body.sentenceCount() && windows < MOST_WINDOWS; i++) {
      window.append(body.sentenceText(i)).append(' ');
      if (window.length() > WINDOW_CHARACTERS || i == body.sentenceCount() - 1) {
        sum = plus(sum, encoder.encode(window.toString()));
        window.setLength(0);
        windows++;
      }
    }
    return sum == null ? null : unit(sum);
  }

  private static float[] plus(float[] sum, float[] vector) {
    if (sum == null) {
      return vector;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i];
    }
    return sum;
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }
}
