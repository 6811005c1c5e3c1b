package dev.broadsheet.summary;

import java.io.Serializable;

/**
 * How long a summary may be. All limits given hold at once; 0 stands for no limit.
 *
 * @param sentences most sentences
 * @param words most words: tokens with a letter or digit
 * @param share most words as a share of the text's words, in [0, 1]
 */
public record Budget(int sentences, int words, double share) implements Serializable {

  /** Three sentences. */
  public static final Budget DEFAULT = ofSentences(3);

  /**
   * @throws IllegalArgumentException if a limit is out of range, or none is given
   */
  public Budget {
    if (sentences < 0 || words < 0 || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "A summary's budget needs sentences >= 0, words >= 0 and a share in [0, 1], not "
              + describe(sentences, words, share));
    }
    if (sentences == 0 && words == 0 && share == 0) {
      throw new IllegalArgumentException(
          "A summary's budget needs at least one limit: sentences, words or share.");
    }
  }

  public static Budget ofSentences(int sentences) {
    return new Budget(sentences, 0, 0);
  }

  public static Budget ofWords(int words) {
    return new Budget(0, words, 0);
  }

  /** Most sentences of a summary. */
  int maxSentences() {
    return sentences == 0 ? Integer.MAX_VALUE : sentences;
  }

  /** Most words of a summary of a text of so many words. */
  int maxWords(int textWords) {
    int absolute = words == 0 ? Integer.MAX_VALUE : words;
    int relative = share == 0 ? Integer.MAX_VALUE : (int) (share * textWords);
    return Math.min(absolute, relative);
  }

  private static String describe(int sentences, int words, double share) {
    return "sentences " + sentences + ", words " + words + ", share " + share;
  }
}
