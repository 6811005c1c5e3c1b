package dev.broadsheet.topics.train;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A document as the trainer needs it: distinct terms, their counts, a target for each topic, and
 * what a sentence encoder made of it. Immutable.
 */
public final class Example implements Serializable {

  private static final long serialVersionUID = 1;

  private final String id;
  private final String source;
  private final String label;
  private final long[] terms;
  private final int[] counts;
  private final byte[] targets;
  private final float[] embedding;
  private final boolean isHeldBack;

  /**
   * Takes the arrays as its own.
   *
   * @param label the document's one label; null if it has none or several
   * @param terms distinct, ascending
   * @param embedding null without a teacher
   * @param isHeldBack kept from the fit, for calibration and thresholds
   */
  Example(
      String id,
      String source,
      String label,
      long[] terms,
      int[] counts,
      byte[] targets,
      float[] embedding,
      boolean isHeldBack) {
    this.id = id;
    this.source = source;
    this.label = label;
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

  String label() {
    return label;
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

  /** The example's own array, not to be changed. */
  byte[] targets() {
    return targets;
  }

  int topics() {
    return targets.length;
  }

  float[] embedding() {
    return embedding;
  }

  /** The same document with other targets. */
  Example withTargets(byte[] others) {
    return new Example(id, source, label, terms, counts, others, embedding, isHeldBack);
  }

  /** The same document; what is still only unlikely is a no. */
  Example settled() {
    byte[] settled = targets.clone();
    for (int topic = 0; topic < settled.length; topic++) {
      settled[topic] = settled[topic] == Target.UNLIKELY ? Target.NO : settled[topic];
    }
    return withTargets(settled);
  }

  boolean isHeldBack() {
    return isHeldBack;
  }

  /** Whether a coin tossed on the id shows heads. */
  boolean isHeads() {
    return hash(id) % 2 == 0;
  }

  /** A number that depends on nothing but the id. */
  static int hash(String id) {
    int hash = id.hashCode() * 0x9E3779B1;
    hash = (hash ^ (hash >>> 15)) * 0x85EBCA6B;
    return (hash ^ (hash >>> 13)) >>> 1;
  }

  /** A hash of all that the fit sees. */
  int contentHash() {
    return 31 * (31 * id.hashCode() + Arrays.hashCode(terms)) + Arrays.hashCode(counts);
  }
}
