package dev.broadsheet.segment;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import opennlp.tools.tokenize.DefaultTokenContextGenerator;
import opennlp.tools.tokenize.TokenContextGenerator;
import opennlp.tools.tokenize.TokenizerFactory;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * OpenNLP's tokenizer model, compiled: whether a token ends inside a word is a sum of table
 * look-ups, without strings. The features are those of {@link DefaultTokenContextGenerator}: the
 * whole beginning and the whole rest of the word by {@link Trie}, the characters around the place
 * by {@link CharacterPairs}. Immutable, safe to share.
 */
final class SplitModel {

  /** Places remembered of one word. */
  private static final int MOST_ASKED = 256;

  private final DecisionModel model;
  private final TokenContextGenerator features = new DefaultTokenContextGenerator();
  private final CharacterPairs pairs;
  private final Trie beginnings;
  private final Trie rests;
  private final double entity;

  /** A beginning or rest of so many characters is none that the model knows. */
  private final int reach;

  /**
   * Compiles the model.
   *
   * @throws UnsupportedOperationException if it is of another kind, saying why
   */
  SplitModel(TokenizerModel published) {
    TokenizerFactory factory = published.getFactory();
    DecisionModel.require(factory.getClass() == TokenizerFactory.class, "its factory is its own");
    DecisionModel.require(!factory.isUseAlphaNumericOptimization(), "it skips alphanumeric words");
    DecisionModel.require(published.getAbbreviations() == null, "it has abbreviations");
    this.model =
        new DecisionModel(published.getMaxentModel(), TokenizerME.SPLIT, TokenizerME.NO_SPLIT);
    this.pairs = new CharacterPairs(model);
    this.beginnings = new Trie(model.withKey("p="));
    this.rests = new Trie(reversed(model.withKey("s=")));
    this.entity = model.weight("cc");
    this.reach = 2 + Math.max(longest("p="), longest("s="));
  }

  /** Whether the character parts words. */
  boolean isWhite(char c) {
    return pairs.number(c) == CharacterPairs.BOUNDARY;
  }

  /**
   * Decides for each place inside the word {@code text[begin, end)}.
   *
   * @param scores takes the results: above zero at i if a token ends before {@code text[begin +
   *     i]}, for i from 1 to the word's length - 1
   */
  void score(char[] text, int begin, int end, double[] scores) {
    scoreRests(text, begin, end, scores);
    scoreBeginnings(text, begin, end, scores);
    boolean isEntity = isEntity(text, begin, end);
    Map<String, Double> asked = null;
    for (int i = 1; i < end - begin; i++) {
      scores[i] += isEntity ? entity : 0;
      if (Math.abs(scores[i]) < DecisionModel.NEAR_TIE) {
        asked = asked == null || asked.size() == MOST_ASKED ? new HashMap<>() : asked;
        scores[i] = ask(text, begin, end, begin + i, asked);
      }
    }
  }

  /**
   * OpenNLP's own decision for a place. It looks at the characters around, and at the whole
   * beginning and rest, which are unknown beyond the reach: so it is asked about that much of the
   * word, and once where the same comes again, as in a word of a million emoji.
   */
  private double ask(char[] text, int begin, int end, int place, Map<String, Double> asked) {
    int from = Math.max(begin, place - reach);
    int to = Math.min(end, place + reach);
    if (isEntity(text, from, to) != isEntity(text, begin, end)) {
      return ask(new String(text, begin, end - begin), place - begin);
    }
    String word = new String(text, from, to - from);
    return asked.computeIfAbsent(word + (place - from), key -> ask(word, place - from));
  }

  private static boolean isEntity(char[] text, int begin, int end) {
    return text[begin] == '&' && text[end - 1] == ';';
  }

  private int longest(String key) {
    return model.withKey(key).keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private void scoreRests(char[] text, int begin, int end, double[] scores) {
    int rest = Trie.ROOT;
    for (int i = end - 1; i > begin; i--) {
      rest = rest == Trie.NONE ? rest : rests.child(rest, text[i]);
      scores[i - begin] = rests.weight(rest);
    }
  }

  private void scoreBeginnings(char[] text, int begin, int end, double[] scores) {
    int beginning = Trie.ROOT;
    int second = pairs.number(text[begin]);
    int before = pairs.pair(CharacterPairs.BOUNDARY, second);
    int third = pairs.number(text[begin + 1]);
    int around = pairs.pair(second, third);
    for (int i = begin + 1; i < end; i++) {
      beginning = beginning == Trie.NONE ? beginning : beginnings.child(beginning, text[i - 1]);
      int fourth = i + 1 < end ? pairs.number(text[i + 1]) : CharacterPairs.BOUNDARY;
      int after = pairs.pair(third, fourth);
      scores[i - begin] +=
          beginnings.weight(beginning)
              + pairs.before(before)
              + pairs.around(around)
              + pairs.after(after);
      before = around;
      around = after;
      third = fourth;
    }
  }

  private double ask(String word, int place) {
    return model.isYes(features.getContext(word, place)) ? 1 : -1;
  }

  private static SortedMap<String, Double> reversed(SortedMap<String, Double> words) {
    SortedMap<String, Double> reversed = new TreeMap<>();
    // Not StringBuilder.reverse: it would keep surrogate pairs in order.
    words.forEach((word, weight) -> reversed.put(reverse(word), weight));
    return reversed;
  }

  private static String reverse(String word) {
    char[] chars = new char[word.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = word.charAt(chars.length - 1 - i);
    }
    return String.valueOf(chars);
  }
}
