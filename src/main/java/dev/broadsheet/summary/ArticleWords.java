package dev.broadsheet.summary;

import java.util.Arrays;

/**
 * The distinct words of one article, stop words left out, numbered from 0 in order of appearance,
 * and where and how often they stand. Buffers are reused: one thread.
 */
final class ArticleWords {

  private final TermIndex index = new TermIndex();
  private long[] terms = new long[1024];
  private int[] counts = new int[1024];
  private int[] sentencesWith = new int[1024];
  private int[] firstSentences = new int[1024];
  private boolean[] capitals = new boolean[1024];

  /** Forgets all words; makes room for those of a text of so many tokens. */
  void reset(int tokens) {
    index.reset(tokens);
    if (terms.length <= tokens) {
      terms = new long[tokens * 2];
      counts = new int[tokens * 2];
      sentencesWith = new int[tokens * 2];
      firstSentences = new int[tokens * 2];
      capitals = new boolean[tokens * 2];
    }
    Arrays.fill(counts, 0, tokens, 0);
    Arrays.fill(sentencesWith, 0, tokens, 0);
    Arrays.fill(capitals, 0, tokens, false);
  }

  /** Counts a word of a sentence and gives its number. */
  int add(long term, int sentence, boolean isCapital) {
    int word = index.add(term);
    if (counts[word]++ == 0) {
      terms[word] = term;
      firstSentences[word] = sentence;
    }
    capitals[word] |= isCapital;
    return word;
  }

  /** Counts a sentence that has the word. */
  void addSentence(int word) {
    sentencesWith[word]++;
  }

  /** Number of distinct words. */
  int size() {
    return index.size();
  }

  /** The number of the word, or -1 if the text does not have it or it is a stop word. */
  int find(long term) {
    return index.find(term);
  }

  /** The word's term. */
  long term(int word) {
    return terms[word];
  }

  /** How often the text has the word. */
  int count(int word) {
    return counts[word];
  }

  /** How many sentences have the word. */
  int sentencesWith(int word) {
    return sentencesWith[word];
  }

  /** The first sentence with the word. */
  int firstSentence(int word) {
    return firstSentences[word];
  }

  /** Whether the word begins with a capital within a sentence. */
  boolean isCapital(int word) {
    return capitals[word];
  }

  /** The word's cell in the {@link WordModel}, as if a title stood before the first sentence. */
  int cell(int word, boolean isInTitle) {
    return isInTitle
        ? WordModel.cell(0, counts[word] + 1, capitals[word])
        : WordModel.cell(firstSentences[word], counts[word], capitals[word]);
  }
}
