package dev.broadsheet.spark;

import dev.broadsheet.pipeline.ArticlePipeline;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.pipeline.StepClock;
import dev.broadsheet.read.ArticleReader;
import dev.broadsheet.read.FieldMap;
import dev.broadsheet.read.Limits;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicNames;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.broadcast.Broadcast;

/**
 * What a task needs besides its slices.
 *
 * @param fieldMap the user's field map, as given to {@code --map}; empty for none
 * @param options for the pipeline
 * @param topicNames the language of the topics' names
 * @param topicsFingerprint names the topic model
 * @param topicFiles the topic model's files; null for the one in the jar
 */
record TaskSettings(
    String fieldMap,
    PipelineOptions options,
    String topicNames,
    String topicsFingerprint,
    Broadcast<Map<String, byte[]>> topicFiles)
    implements Serializable {

  /** What a character may take in a file, as an escape of JSON. */
  private static final int BYTES_PER_CHARACTER = 6;

  private static final int LONGEST_RECORD = 1 << 30;

  /** Models by topics' fingerprint and names: one in an executor, whatever its tasks. */
  private static final Map<String, Models> LOADED = new ConcurrentHashMap<>();

  FieldMap fields() {
    return FieldMap.parseOrStandard(fieldMap);
  }

  Limits limits() {
    Limits limits = Limits.DEFAULT;
    long record = (long) BYTES_PER_CHARACTER * options.maxTextLength();
    return new Limits(
        (int) Math.min(LONGEST_RECORD, Math.max(limits.recordBytes(), record)),
        limits.expandedBytes(),
        limits.expansion());
  }

  ArticleReader reader() {
    return new ArticleReader(fields(), limits());
  }

  ArticlePipeline pipeline(StepClock clock) {
    return new ArticlePipeline(models(), options, clock);
  }

  Models models() {
    return LOADED.computeIfAbsent(topicsFingerprint + " " + topicNames, this::load);
  }

  private Models load(String key) {
    Models models = Models.bundled();
    try {
      TopicModel topics = topicFiles == null ? models.topics() : TopicModel.of(topicFiles.value());
      return models.withTopics(topics.named(TopicNames.of(topicNames)));
    } catch (IOException e) {
      throw new UncheckedIOException("The topic model " + key + " cannot be loaded.", e);
    }
  }
}
