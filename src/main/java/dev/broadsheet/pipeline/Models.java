package dev.broadsheet.pipeline;

import dev.broadsheet.clean.EnglishWords;
import dev.broadsheet.language.LanguageModel;
import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.summary.RankerModel;
import dev.broadsheet.topics.TopicModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * All models of the pipeline. Immutable and large: one in a JVM, shared by its threads.
 *
 * @param language tells the language
 * @param segmenter cuts sentences and tokens
 * @param topics gives topics
 * @param ranker ranks sentences for summaries
 */
public record Models(
    LanguageModel language, SegmenterModels segmenter, TopicModel topics, RankerModel ranker) {

  /** The models that come with the jar, loaded with the first call. */
  public static Models bundled() {
    return Bundled.MODELS;
  }

  /** The same models, but for the one that gives topics. */
  public Models withTopics(TopicModel other) {
    return new Models(language, segmenter, other, ranker);
  }

  /**
   * Hex SHA-256 over the bytes of all models: equal fingerprints, equal results. Reads them, so ask
   * once.
   */
  public String fingerprint() {
    return read(
        () ->
            new Fingerprint()
                .add(LanguageModel.open())
                .add(SegmenterModels.open())
                .add(EnglishWords.open())
                .add(RankerModel.open())
                .add(topics.fingerprint())
                .hex());
  }

  /** The two large ones side by side. */
  private static Models load() {
    CompletableFuture<TopicModel> topics =
        CompletableFuture.supplyAsync(() -> read(TopicModel::bundled));
    return new Models(
        read(LanguageModel::load),
        read(SegmenterModels::load),
        topics.join(),
        read(RankerModel::load));
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException("The models that come with the jar cannot be read.", e);
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** Holds nothing else: another thread that loads must not wait for this class. */
  private static final class Bundled {
    private static final Models MODELS = load();
  }
}
