package dev.broadsheet.topics.train;

import java.io.Serializable;

/**
 * A document as the trainer needs it: distinct terms, their counts, and a target for each topic.
 */
public final class Example implements Serializable {

  private static final long serialVersionUID = 1;

  private final String id;
  private final String source;
  private final long[] terms;
  private final int[] counts;
  private final byte[] targets;

  /** Takes the arrays as its own; terms ascend. */
  Example(String id, String source, long[] terms, int[] counts, byte[] targets) {
    this.id = id;
    this.source = source;
    this.terms = terms;
    this.counts = counts;
    this.targets = targets;
  }

  public String id() {
    return id;
  }

  public String source() {
    return source;
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

  /** A number that depends on nothing but the document's id: folds and coin tosses. */
  int hash() {
    return (id.hashCode() * 0x9E3779B1) >>> 8;
  }
}
