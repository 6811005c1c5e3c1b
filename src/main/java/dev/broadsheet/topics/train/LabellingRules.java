package dev.broadsheet.topics.train;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;
import dev.broadsheet.topics.Taxonomy;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** The plan's rules, ready to be matched: which topics a text's phrases hint at. Immutable. */
final class LabellingRules implements Serializable {

  private static final long serialVersionUID = 1;

  private record Phrase(int topic, List<Long> terms) implements Serializable {}

  private final HashMap<Long, List<Phrase>> phrasesByFirstTerm = new HashMap<>();
  private final HashMap<Integer, String> groups = new HashMap<>();
  private final HashSet<Integer> topics = new HashSet<>();

  LabellingRules(List<TrainingPlan.Rule> rules, Taxonomy taxonomy) {
    for (TrainingPlan.Rule rule : rules) {
      int topic = taxonomy.index(rule.topic());
      topics.add(topic);
      if (rule.otherwise() != null) {
        groups.put(topic, rule.otherwise());
      }
      rule.phrases().forEach(phrase -> add(topic, phrase));
    }
  }

  private void add(int topic, String phrase) {
    List<Long> terms = new ArrayList<>();
    for (String word : phrase.split(" ", -1)) {
      terms.add(Terms.of(word));
    }
    phrasesByFirstTerm
        .computeIfAbsent(terms.get(0), term -> new ArrayList<>())
        .add(new Phrase(topic, terms));
  }

  boolean has(int topic) {
    return topics.contains(topic);
  }

  /** Whether the text hints at another topic of the same group. */
  boolean isExcluded(int topic, BitSet hints) {
    String group = groups.get(topic);
    return group != null
        && hints.stream().anyMatch(hint -> hint != topic && group.equals(groups.get(hint)));
  }

  /** Adds the topics that the text hints at. */
  void match(SegmentedText text, BitSet hints) {
    for (int token = 0; token < text.tokenCount(); token++) {
      for (Phrase phrase : phrasesByFirstTerm.getOrDefault(text.term(token), List.of())) {
        if (isAt(phrase, text, token)) {
          hints.set(phrase.topic());
        }
      }
    }
  }

  private static boolean isAt(Phrase phrase, SegmentedText text, int token) {
    int size = phrase.terms().size();
    if (token + size > text.tokenCount()) {
      return false;
    }
    for (int i = 1; i < size; i++) {
      if (text.term(token + i) != phrase.terms().get(i)) {
        return false;
      }
    }
    return true;
  }
}
