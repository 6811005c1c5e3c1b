package dev.broadsheet.topics.train;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A document as the trainer needs it: distinct terms, their counts, a target for each topic, and
 * what a sentence encoder made of it. Immutable.
 */
public final class Example implements Serializable {

  private static final long serialVersionUID = 3;

  private final String id;
  private final String source;
  private final List<String> labels;
  private final long[] terms;
  private final int[] counts;
  private final byte[] targets;
  private final float[] embedding;
  private final boolean isHeldBack;

  /**
   * Takes the arrays as its own.
   *
   * @param labels as the source gives them
   * @param terms distinct, ascending
   * @param targets one a topic, see {@link Target}; none if there is no plan to read labels by
   * @param embedding null without a teacher
   * @param isHeldBack kept from the fit, for calibration and thresholds
   */
  Example(
      String id,
      String source,
      List<String> labels,
      long[] terms,
      int[] counts,
      byte[] targets,
      float[] embedding,
      boolean isHeldBack) {
    this.id = id;
    this.source = source;
    this.labels = List.copyOf(labels);
    this.terms = terms;
    this.counts = counts;
    this.targets = targets;
    this.embedding = embedding;
    this.isHeldBack = isHeldBack;
  }

  public String id() {
    return id;
  }

  public String source() {
    return source;
  }

  /** As the source gives them. */
  List<String> labels() {
    return labels;
  }

  /** The document's one label; null if it has none or several. */
  String label() {
    return labels.size() == 1 ? labels.get(0) : null;
  }

  int size() {
    return terms.length;
  }

  long term(int i) {
    return terms[i];
  }

  int count(int i) {
    return counts[i];
  }

  byte target(int topic) {
    return targets[topic];
  }

  int topics() {
    return targets.length;
  }

  float[] embedding() {
    return embedding;
  }

  /** The probability of each topic, as labels and rules tell it; NaN where they do not. */
  float[] truth() {
    float[] truth = new float[targets.length];
    for (int topic = 0; topic < truth.length; topic++) {
      boolean isKnown = targets[topic] != Target.UNKNOWN;
      truth[topic] = targets[topic] == Target.YES ? 1 : isKnown ? 0 : Float.NaN;
    }
    return truth;
  }

  /** One document of several, without targets; held back if they are. */
  static Example join(String id, List<Example> parts) {
    SortedMap<Long, Integer> counts = new TreeMap<>();
    for (Example part : parts) {
      for (int i = 0; i < part.size(); i++) {
        counts.merge(part.term(i), part.count(i), Integer::sum);
      }
    }
    return new Example(
        id,
        "concatenation",
        List.of(),
        counts.keySet().stream().mapToLong(Long::longValue).toArray(),
        counts.values().stream().mapToInt(Integer::intValue).toArray(),
        new byte[0],
        null,
        parts.get(0).isHeldBack());
  }

  boolean isHeldBack() {
    return isHeldBack;
  }

  /** A number that depends on nothing but the id. */
  static int hash(String id) {
    int hash = id.hashCode() * 0x9E3779B1;
    hash = (hash ^ (hash >>> 15)) * 0x85EBCA6B;
    return (hash ^ (hash >>> 13)) >>> 1;
  }

  /** A hash of all that the fit sees but the labels. */
  public int contentHash() {
    return 31 * (31 * id.hashCode() + Arrays.hashCode(terms)) + Arrays.hashCode(counts);
  }
}
