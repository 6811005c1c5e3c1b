package dev.broadsheet.article;

import java.util.List;

/**
 * A topic given to an article.
 *
 * @param code the vocabulary's code, such as {@code medtop:20000639}
 * @param name the vocabulary's name, such as {@code diplomacy}
 * @param probability calibrated, in [0, 1]; a parent's is never below its child's
 * @param evidence the sentences that contributed most, strongest first; empty for a topic that is
 *     given only because a narrower one is
 */
public record TopicScore(String code, String name, double probability, List<Evidence> evidence) {

  public TopicScore {
    evidence = List.copyOf(evidence);
  }
}
