package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Taxonomy;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a source's labels say of each topic. A topic that no label mentions is unknown unless the
 * source tells it apart; a narrower topic of one that does not apply does not apply either.
 * Immutable.
 */
final class LabelMap {

  private record Meaning(BitSet positive, BitSet unknown) {}

  private final Taxonomy taxonomy;
  private final LabellingRules rules;
  private final BitSet tells = new BitSet();
  private final Map<String, Meaning> meanings = new HashMap<>();

  LabelMap(TrainingPlan.Source source, Taxonomy taxonomy, LabellingRules rules) {
    this.taxonomy = taxonomy;
    this.rules = rules;
    source.tells().forEach(code -> tells.set(taxonomy.index(code)));
    source.labels().forEach((label, meaning) -> meanings.put(label, meaning(meaning)));
  }

  private Meaning meaning(TrainingPlan.Meaning meaning) {
    BitSet positive = new BitSet();
    meaning.positive().forEach(code -> setWithParents(positive, taxonomy.index(code)));
    BitSet unknown = new BitSet();
    meaning.unknown().forEach(code -> unknown.set(taxonomy.index(code)));
    return new Meaning(positive, unknown);
  }

  private void setWithParents(BitSet topics, int topic) {
    for (int t = topic; t >= 0; t = taxonomy.parent(t)) {
      topics.set(t);
    }
  }

  /**
   * A target for each topic.
   *
   * @param hints topics whose rules match the document
   */
  byte[] targets(List<String> labels, BitSet hints) {
    byte[] targets = new byte[taxonomy.size()];
    BitSet positive = new BitSet();
    BitSet unknown = new BitSet();
    boolean isLabelled = false;
    for (String label : labels) {
      Meaning meaning = meanings.get(label);
      if (meaning != null) {
        isLabelled = true;
        positive.or(meaning.positive());
        unknown.or(meaning.unknown());
      }
    }
    for (int topic = 0; topic < targets.length && isLabelled; topic++) {
      targets[topic] = target(topic, positive, unknown, hints, targets);
    }
    return targets;
  }

  private byte target(int topic, BitSet positive, BitSet unknown, BitSet hints, byte[] targets) {
    int parent = taxonomy.parent(topic);
    if (positive.get(topic)) {
      return Target.YES;
    }
    if (parent >= 0 && targets[parent] == Target.NO) {
      return Target.NO;
    }
    if (tells.get(topic) && !unknown.get(topic)) {
      return Target.NO;
    }
    return rules.has(topic) ? hinted(topic, parent, hints, targets) : Target.UNKNOWN;
  }

  private byte hinted(int topic, int parent, BitSet hints, byte[] targets) {
    if (hints.get(topic)) {
      return Target.YES;
    }
    boolean isElsewhere = parent >= 0 && targets[parent] == Target.UNKNOWN;
    return isElsewhere || rules.isExcluded(topic, hints) ? Target.NO : Target.UNKNOWN;
  }
}
