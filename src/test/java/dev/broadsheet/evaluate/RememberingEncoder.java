package dev.broadsheet.evaluate;

import dev.broadsheet.topics.train.SentenceEncoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The encoder on the class path, asked once for each text by all trainings of a run. */
final class RememberingEncoder implements SentenceEncoder {

  private static final Map<String, float[]> VECTORS = new ConcurrentHashMap<>();

  private final SentenceEncoder encoder = SentenceEncoder.load();

  @Override
  public String name() {
    return encoder.name();
  }

  @Override
  public float[] encode(String text) {
    return VECTORS.computeIfAbsent(text, encoder::encode).clone();
  }
}
