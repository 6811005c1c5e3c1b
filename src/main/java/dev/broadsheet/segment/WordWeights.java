package dev.broadsheet.segment;

/**
 * The weights of one of the words around a mark: {@code x} before it, {@code v} before that, {@code
 * s} after it, {@code n} after that. Words are trimmed as {@link String#trim} does. Immutable.
 */
final class WordWeights {

  private final Trie words;
  private final double capital;

  WordWeights(DecisionModel model, String key) {
    this.words = new Trie(model.withKey(key + "="));
    this.capital = model.weight(key + "cap");
  }

  /** The weight of the word {@code text[begin, end)}, which may be empty, and of its capital. */
  double weight(char[] text, int begin, int end) {
    int from = trimmedBegin(text, begin, end);
    int to = trimmedEnd(text, from, end);
    double weight = words.weight(text, from, to);
    return from < to && Character.isUpperCase(text[from]) ? weight + capital : weight;
  }

  static int trimmedLength(char[] text, int begin, int end) {
    int from = trimmedBegin(text, begin, end);
    return trimmedEnd(text, from, end) - from;
  }

  private static int trimmedBegin(char[] text, int begin, int end) {
    int from = begin;
    while (from < end && text[from] <= ' ') {
      from++;
    }
    return from;
  }

  private static int trimmedEnd(char[] text, int begin, int end) {
    int to = end;
    while (to > begin && text[to - 1] <= ' ') {
      to--;
    }
    return to;
  }
}
