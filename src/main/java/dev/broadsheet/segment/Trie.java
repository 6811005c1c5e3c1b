package dev.broadsheet.segment;

import java.util.SortedMap;

/**
 * Words with weights, read one character at a time, so that all beginnings of a word cost one pass.
 *
 * <p>An edge is a node's number, a character and the child's number in one long, in an
 * open-addressing table. Exact: no two words share anything but their common beginning. Immutable.
 */
final class Trie {

  static final int ROOT = 1;

  /** The node of all words that are not here; it has no children and weighs nothing. */
  static final int NONE = 0;

  private static final int CHILD_BITS = 24;
  private static final int CHILD_MASK = (1 << CHILD_BITS) - 1;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private final long[] edges;
  private final int shift;
  private final double[] weights;
  private int nodes = ROOT + 1;

  /** Takes words, of which one may be empty, with their weights. */
  Trie(SortedMap<String, Double> words) {
    int size = ROOT + 1 + edgeCount(words);
    if (size > CHILD_MASK) {
      throw new UnsupportedOperationException("it has " + size + " beginnings of words");
    }
    int bits = 33 - Integer.numberOfLeadingZeros(size);
    this.edges = new long[1 << bits];
    this.shift = Long.SIZE - bits;
    this.weights = new double[size];
    words.forEach(this::add);
  }

  /** The node one character further, or {@link #NONE}. */
  int child(int node, char c) {
    long edge = (long) node << Character.SIZE | c;
    return (int) edges[slot(edge)] & CHILD_MASK;
  }

  /** The weight of the word that ends at the node, 0 if none does. */
  double weight(int node) {
    return weights[node];
  }

  /** The weight of the word {@code text[begin, end)}, 0 if it is not here. */
  double weight(char[] text, int begin, int end) {
    int node = ROOT;
    for (int i = begin; i < end && node != NONE; i++) {
      node = child(node, text[i]);
    }
    return weights[node];
  }

  private void add(String word, double weight) {
    int node = ROOT;
    for (int i = 0; i < word.length(); i++) {
      long edge = (long) node << Character.SIZE | word.charAt(i);
      int slot = slot(edge);
      if (edges[slot] == 0) {
        edges[slot] = edge << CHILD_BITS | nodes++;
      }
      node = (int) edges[slot] & CHILD_MASK;
    }
    weights[node] = weight;
  }

  /** Where the edge is, or the free place where it would be. */
  private int slot(long edge) {
    int slot = (int) ((edge * GOLDEN_RATIO) >>> shift);
    while (edges[slot] != 0 && edges[slot] >>> CHILD_BITS != edge) {
      slot = (slot + 1) & (edges.length - 1);
    }
    return slot;
  }

  /** Sorted words share their beginning with the word before. */
  private static int edgeCount(SortedMap<String, Double> words) {
    int count = 0;
    String before = "";
    for (String word : words.keySet()) {
      count += word.length() - commonBeginning(before, word);
      before = word;
    }
    return count;
  }

  private static int commonBeginning(String a, String b) {
    int length = 0;
    while (length < a.length() && length < b.length() && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }
}
