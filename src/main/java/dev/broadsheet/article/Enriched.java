package dev.broadsheet.article;

import java.util.List;

/**
 * An article with what was found in it: a row of the output.
 *
 * @param article the cleaned article
 * @param language BCP 47 code of the text, such as {@code en}
 * @param languageConfidence in [0, 1]
 * @param textQuality share of known words, in (0, 1]; null for a text that is not English
 * @param topTopic name of the most specific of the strongest topics; null if none was given
 * @param topics by probability, highest first; empty if none reached its threshold
 * @param summary never null
 * @param sentenceCount sentences of the text
 * @param tokenCount tokens of the text, punctuation included
 */
public record Enriched(
    Article article,
    String language,
    double languageConfidence,
    Double textQuality,
    String topTopic,
    List<TopicScore> topics,
    Summary summary,
    int sentenceCount,
    int tokenCount)
    implements Outcome {

  public Enriched {
    topics = List.copyOf(topics);
  }
}
