package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;

/**
 * The first words of a sentence, without its dateline and signs, numbered from 0. The buffer is
 * reused: one thread.
 */
final class SentenceWords {

  /** How long a dateline may be, in UTF-16 units. */
  private static final int LONGEST_DATELINE = 48;

  private final int[] words = new int[64];
  private final long[] terms = new long[64];
  private SegmentedText text;
  private int count;
  private int end;

  int count() {
    return count;
  }

  /** Whether one of the phrases begins the sentence. */
  boolean open(Phrases phrases) {
    return phrases.matches(text, words[0], end);
  }

  /** Whether one of the phrases begins at the word, and a sign follows it. */
  boolean isBefore(Phrases phrases, int word, char sign) {
    int match = phrases.match(text, words[word], end);
    return match >= 0 && match < end && sign(match) == sign;
  }

  /** Whether the word follows another without a sign or space that parts them. */
  boolean isNext(int word) {
    return word < count && words[word] == words[word - 1] + 1;
  }

  /** Whether the word was cut short at a curly apostrophe. */
  boolean isContracted(int word) {
    return terms[word] != text.term(words[word]);
  }

  int length(int word) {
    return text.tokenEnd(words[word]) - text.tokenBegin(words[word]);
  }

  void read(SegmentedText body, int sentence) {
    text = body;
    count = 0;
    end = text.endToken(sentence);
    int start = afterDateline(sentence);
    for (int t = text.firstToken(sentence); t < end && count < words.length; t++) {
      if (text.term(t) != Terms.NONE && text.tokenEnd(t) > start) {
        words[count] = t;
        terms[count++] = stem(t, Math.max(start, text.tokenBegin(t)));
      }
    }
  }

  /** Where the sentence begins after "Halden (CNN) -- " or the like. */
  private int afterDateline(int sentence) {
    int begin = text.sentenceBegin(sentence);
    int limit = Math.min(begin + LONGEST_DATELINE, text.sentenceEnd(sentence));
    String head = text.text().substring(begin, limit);
    int close = head.indexOf(')');
    boolean hasAgency = close > 0 && Character.isUpperCase(head.charAt(close - 1));
    int start = hasAgency ? close + 1 : 0;
    int dash = head.indexOf("--", start);
    return begin + (dash >= 0 ? dash + 2 : start);
  }

  /** The number of the word after the longest of the phrases that begins the sentence. */
  int wordAfter(Phrases phrases) {
    int match = phrases.match(text, words[0], end);
    int word = 0;
    while (word < count && words[word] < match) {
      word++;
    }
    return word;
  }

  /** Whether one of the words from one number to another is in the set. */
  boolean isAnyOf(int from, int to, WordSet set) {
    for (int i = from; i < Math.min(to, count); i++) {
      if (set.contains(term(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a hyphen follows at once. */
  boolean hasHyphen(int word) {
    int after = text.tokenEnd(words[word]);
    return after < text.text().length() && text.text().charAt(after) == '-';
  }

  /** The term of a token from there on, or of what is before a curly apostrophe within it. */
  private long stem(int token, int begin) {
    for (int i = begin + 1; i < text.tokenEnd(token); i++) {
      if (text.text().charAt(i) == '\u2019') {
        return Terms.of(text.text(), begin, i);
      }
    }
    return Terms.of(text.text(), begin, text.tokenEnd(token));
  }

  long term(int word) {
    return terms[word];
  }

  private char sign(int token) {
    return text.text().charAt(text.tokenBegin(token));
  }

  /** Whether one of these signs stands before the word. */
  boolean isAfterSign(int word, String signs) {
    int before = words[word] - 1;
    return before > words[0] && text.term(before) == Terms.NONE && signs.indexOf(sign(before)) >= 0;
  }

  boolean isCapital(int word) {
    return word < count && Character.isUpperCase(sign(words[word])) && !Cues.I.contains(term(word));
  }

  /** Whether its second letter is a capital too, as in "WHO". */
  boolean isAllCapitals(int word) {
    int begin = text.tokenBegin(words[word]);
    int length = text.tokenEnd(words[word]) - begin;
    return length > 1 && Character.isUpperCase(text.text().charAt(begin + 1));
  }

  boolean endsWith(int word, char c) {
    return word >= 0
        && text.tokenEnd(words[word]) - text.tokenBegin(words[word]) > 3
        && text.text().charAt(text.tokenEnd(words[word]) - 1) == c;
  }
}
