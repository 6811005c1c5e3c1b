package dev.broadsheet.topics.train;

import java.io.Serializable;
import java.util.List;

/** A document as the trainer needs it. Immutable. */
public final class Example implements Serializable {

  private static final long serialVersionUID = 4;

  private final String id;
  private final String source;
  private final List<String> labels;
  private final TermCounts words;
  private final TermCounts lead;
  private final boolean isBrief;
  private final int opening;
  private final byte[] targets;

  /**
   * Takes the array as its own.
   *
   * @param labels as the source gives them
   * @param words terms of the whole document
   * @param lead terms of its first words; empty if the model does not look at them
   * @param isBrief whether it has no word beyond the lead
   * @param opening a hash of its text's first words, the same for copies
   * @param targets one a topic, see {@link Target}; none if there is no plan to read labels by
   */
  Example(
      String id,
      String source,
      List<String> labels,
      TermCounts words,
      TermCounts lead,
      boolean isBrief,
      int opening,
      byte[] targets) {
    this.id = id;
    this.source = source;
    this.labels = List.copyOf(labels);
    this.words = words;
    this.lead = lead;
    this.isBrief = isBrief;
    this.opening = opening;
    this.targets = targets;
  }

  public String id() {
    return id;
  }

  String source() {
    return source;
  }

  List<String> labels() {
    return labels;
  }

  TermCounts words() {
    return words;
  }

  TermCounts lead() {
    return lead;
  }

  boolean isBrief() {
    return isBrief;
  }

  int opening() {
    return opening;
  }

  /** Whether it can teach any topic. */
  boolean isLabelled() {
    for (byte target : targets) {
      if (target != Target.UNKNOWN) {
        return true;
      }
    }
    return false;
  }

  byte target(int topic) {
    return targets[topic];
  }

  /** One a topic: 1 if the document is on it, 0 if not, NaN if nobody looked. */
  float[] truth() {
    float[] truth = new float[targets.length];
    for (int topic = 0; topic < truth.length; topic++) {
      boolean isKnown = targets[topic] != Target.UNKNOWN;
      truth[topic] = targets[topic] == Target.YES ? 1 : isKnown ? 0 : Float.NaN;
    }
    return truth;
  }

  /** A hash of all that the fit sees but the labels. */
  public int contentHash() {
    return 31 * (31 * id.hashCode() + words.contentHash()) + lead.contentHash();
  }
}
