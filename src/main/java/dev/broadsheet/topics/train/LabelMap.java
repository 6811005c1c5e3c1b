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

  private static final long serialVersionUID = 2;

  private record Meaning(BitSet positive, BitSet unlikely, BitSet unknown)
      implements Serializable {}

  private final Taxonomy taxonomy;
  private final boolean isRead;
  private final BitSet tells = new BitSet();
  private final HashMap<String, Meaning> meanings = new HashMap<>();

  /** The source's. */
  public LabelMap(TrainingPlan.Source source, Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    isRead = source.readings() != null;
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
    meaning
        .positive()
        .forEach(code -> taxonomy.withParents(taxonomy.index(code)).forEach(positive::set));
    return new Meaning(positive, topics(meaning.unlikely()), topics(meaning.unknown()));
  }

  private BitSet topics(List<String> codes) {
    BitSet topics = new BitSet();
    codes.forEach(code -> topics.set(taxonomy.index(code)));
    return topics;
  }

  /**
   * A {@link Target} for each topic, as far as the labels tell.
   *
   * @param labels null if nobody labelled the document: then nothing is known
   */
  public byte[] targets(List<String> labels) {
    byte[] targets = new byte[taxonomy.size()];
    if (labels == null) {
      return targets;
    }
    Meaning all = new Meaning(new BitSet(), new BitSet(), new BitSet());
    boolean isLabelled = isRead;
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
      targets[topic] = target(topic, all, targets);
    }
    return targets;
  }

  private byte target(int topic, Meaning meaning, byte[] targets) {
    int parent = taxonomy.parent(topic);
    if (meaning.positive().get(topic)) {
      return Target.YES;
    }
    boolean isOpen = meaning.unknown().get(topic) || meaning.unlikely().get(topic);
    boolean isNo = tells.get(topic) && !isOpen;
    if (isNo || (parent >= 0 && targets[parent] == Target.NO)) {
      return Target.NO;
    }
    return meaning.unlikely().get(topic) ? Target.UNLIKELY : Target.UNKNOWN;
  }
}
