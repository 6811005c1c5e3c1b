package dev.broadsheet.language;

/**
 * Signs without which OpenNLP's patterns for addresses, hashtags, retweets and laughter match
 * nowhere in a text. With one, they may.
 */
final class RareSigns {

  /** The first half of the pairs that the pattern for emoji does not hold, and of others. */
  static final char LAST_PLANE = '\udbff';

  private RareSigns() {}

  /** Whether the text has one. */
  static boolean in(char[] text, int length) {
    for (int i = 0; i < length; i++) {
      if (isSign(text, i, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSign(char[] text, int at, int length) {
    return switch (text[at]) {
      case '@', '#', LAST_PLANE -> true;
      case '/' -> at > 0 && text[at - 1] == '/';
      case 't', 'T' -> at + 1 < length && isRetweet(text, at);
      case 'h', 'H', 'j', 'J' -> at + 1 < length && isLaugh(text, at);
      default -> false;
    };
  }

  /** The end of "rt " or "rt:", unless an ASCII letter before it makes it the end of a word. */
  private static boolean isRetweet(char[] text, int at) {
    return (text[at + 1] == ' ' || text[at + 1] == ':')
        && at > 0
        && (text[at - 1] | 0x20) == 'r'
        && (at == 1 || !isLetter(text[at - 2]));
  }

  /** The second h of "haha" or "hahha": an h or j, vowels, an h or j, one more of either. */
  private static boolean isLaugh(char[] text, int at) {
    int before = at - 1;
    while (before >= 0 && isVowel(text[before])) {
      before--;
    }
    return before >= 0
        && before < at - 1
        && isAspirate(text[before])
        && (isVowel(text[at + 1]) || isAspirate(text[at + 1]));
  }

  private static boolean isAspirate(char c) {
    return "hjHJ".indexOf(c) >= 0;
  }

  private static boolean isVowel(char c) {
    return "aieouAIEOU".indexOf(c) >= 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
