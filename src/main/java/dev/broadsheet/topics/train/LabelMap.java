package dev.broadsheet.topics.train;

import dev.broadsheet.topics.Taxonomy;
import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a source's labels say of each topic. A topic that no label mentions is unknown unless the
 * source tells it apart; a narrower topic of one that does not apply does not apply either.
 * Immutable.
 */
public final class LabelMap implements Serializable {

  private static final long serialVersionUID = 1;

  private record Meaning(BitSet positive, BitSet unlikely, BitSet unknown)
      implements Serializable {}

  private final Taxonomy taxonomy;
  private final LabellingRules rules;
  private final BitSet tells = new BitSet();
  private final HashMap<String, Meaning> meanings = new HashMap<>();

  /** The labels alone, without rules. */
  public LabelMap(TrainingPlan.Source source, Taxonomy taxonomy) {
    this(source, taxonomy, new LabellingRules(List.of(), taxonomy));
  }

  LabelMap(TrainingPlan.Source source, Taxonomy taxonomy, LabellingRules rules) {
    this.taxonomy = taxonomy;
    this.rules = rules;
    source.tells().forEach(code -> tells.set(taxonomy.index(code)));
    labels(source).forEach((label, meaning) -> meanings.put(label, meaning(meaning)));
  }

  private Map<String, TrainingPlan.Meaning> labels(TrainingPlan.Source source) {
    if (source.labels() != null) {
      return source.labels();
    }
    Map<String, TrainingPlan.Meaning> codes = new HashMap<>();
    for (int topic = 0; topic < taxonomy.size(); topic++) {
      String code = taxonomy.topic(topic).code();
      codes.put(code, new TrainingPlan.Meaning(List.of(code), null, null));
    }
    return codes;
  }

  private Meaning meaning(TrainingPlan.Meaning meaning) {
    BitSet positive = new BitSet();
    meaning.positive().forEach(code -> setWithParents(positive, taxonomy.index(code)));
    return new Meaning(positive, topics(meaning.unlikely()), topics(meaning.unknown()));
  }

  private BitSet topics(List<String> codes) {
    BitSet topics = new BitSet();
    codes.forEach(code -> topics.set(taxonomy.index(code)));
    return topics;
  }

  private void setWithParents(BitSet topics, int topic) {
    for (int t = topic; t >= 0; t = taxonomy.parent(t)) {
      topics.set(t);
    }
  }

  /** A {@link Target} for each topic, as far as the labels tell. */
  public byte[] targets(List<String> labels) {
    return targets(labels, new BitSet());
  }

  /**
   * A target for each topic.
   *
   * @param hints topics whose rules match the document
   */
  byte[] targets(List<String> labels, BitSet hints) {
    byte[] targets = new byte[taxonomy.size()];
    Meaning all = new Meaning(new BitSet(), new BitSet(), new BitSet());
    boolean isLabelled = false;
    for (String label : labels) {
      Meaning meaning = meanings.get(label);
      if (meaning != null) {
        isLabelled = true;
        all.positive().or(meaning.positive());
        all.unlikely().or(meaning.unlikely());
        all.unknown().or(meaning.unknown());
      }
    }
    for (int topic = 0; topic < targets.length && isLabelled; topic++) {
      targets[topic] = target(topic, all, hints, targets);
    }
    return targets;
  }

  private byte target(int topic, Meaning meaning, BitSet hints, byte[] targets) {
    int parent = taxonomy.parent(topic);
    if (meaning.positive().get(topic)) {
      return Target.YES;
    }
    if (parent >= 0 && targets[parent] == Target.NO) {
      return Target.NO;
    }
    boolean isOpen = meaning.unknown().get(topic) || meaning.unlikely().get(topic);
    if (tells.get(topic) && !isOpen) {
      return Target.NO;
    }
    if (rules.has(topic) && hints.get(topic)) {
      return Target.YES;
    }
    return meaning.unlikely().get(topic) ? Target.UNLIKELY : unhinted(topic, hints, targets);
  }

  /** A rule's topic that is not hinted at is not there, unless the document is on its parent. */
  private byte unhinted(int topic, BitSet hints, byte[] targets) {
    int parent = taxonomy.parent(topic);
    boolean isElsewhere = parent >= 0 && targets[parent] != Target.YES;
    return rules.has(topic) && (isElsewhere || rules.isExcluded(topic, hints))
        ? Target.NO
        : Target.UNKNOWN;
  }
}
