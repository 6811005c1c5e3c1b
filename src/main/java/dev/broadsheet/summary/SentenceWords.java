package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;

/**
 * The first words of a sentence, without its dateline and signs, numbered from 0. What follows an
 * apostrophe is a word of its own: "it", "'s"; "do", "n't". Buffers are reused: one thread.
 */
final class SentenceWords {

  private static final int MOST = 64;

  /** How long a dateline may be, in UTF-16 units. */
  private static final int LONGEST_DATELINE = 48;

  private final int[] tokens = new int[MOST];
  private final int[] begins = new int[MOST];
  private final int[] ends = new int[MOST];
  private final long[] terms = new long[MOST];
  private SegmentedText text;
  private int count;
  private int end;

  /** Takes a sentence in. */
  void read(SegmentedText body, int sentence) {
    text = body;
    count = 0;
    end = text.endToken(sentence);
    int start = afterDateline(sentence);
    for (int t = text.firstToken(sentence); t < end && count < MOST; t++) {
      if (text.term(t) != Terms.NONE && text.tokenEnd(t) > start) {
        add(t, Math.max(start, text.tokenBegin(t)));
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

  private void add(int token, int begin) {
    int tokenEnd = text.tokenEnd(token);
    int cut = text.hasApostrophe(token) ? cut(begin, tokenEnd) : tokenEnd;
    if (cut < tokenEnd) {
      addParts(token, begin, cut, tokenEnd);
    } else {
      add(token, begin, tokenEnd, term(token, begin));
    }
  }

  private void addParts(int token, int begin, int cut, int tokenEnd) {
    long suffix = Terms.of(text.text().substring(cut, tokenEnd).replace('’', '\''));
    boolean isContraction = Cues.CONTRACTIONS.contains(suffix) && count + 1 < MOST;
    int wordEnd = isContraction ? cut : tokenEnd;
    add(token, begin, wordEnd, Terms.of(text.text(), begin, wordEnd));
    if (isContraction) {
      add(token, cut, tokenEnd, suffix);
    }
  }

  /** The term of what is left of a token that a dateline may have taken the start of. */
  private long term(int token, int begin) {
    return begin == text.tokenBegin(token)
        ? text.term(token)
        : Terms.of(text.text(), begin, text.tokenEnd(token));
  }

  private void add(int token, int begin, int wordEnd, long term) {
    tokens[count] = token;
    begins[count] = begin;
    ends[count] = wordEnd;
    terms[count++] = term;
  }

  /** Where a contraction parts: at its apostrophe, or before the n of "n't". */
  private int cut(int begin, int tokenEnd) {
    for (int i = begin + 1; i < tokenEnd - 1; i++) {
      if (Terms.isApostrophe(text.text().charAt(i))) {
        boolean isNegation = text.text().charAt(i + 1) == 't' && text.text().charAt(i - 1) == 'n';
        return isNegation && i > begin + 1 ? i - 1 : i;
      }
    }
    return tokenEnd;
  }

  int count() {
    return count;
  }

  long term(int word) {
    return terms[word];
  }

  int length(int word) {
    return ends[word] - begins[word];
  }

  /** Whether one of the phrases begins at the word; a compound's first part does not end one. */
  boolean isAt(Phrases phrases, int word) {
    return after(phrases, word) >= 0;
  }

  /** The number of the word after the longest of the phrases that begins at a word, or -1. */
  int after(Phrases phrases, int word) {
    int after = phrases.match(terms, word, count);
    return after < 0 || hasHyphen(after - 1) ? -1 : after;
  }

  /** Whether one of the phrases begins at the word, and a sign follows it. */
  boolean isBefore(Phrases phrases, int word, char sign) {
    int after = after(phrases, word);
    return after >= 0 && isBeforeSign(after - 1, sign);
  }

  /** Whether the sign follows the word. */
  boolean isBeforeSign(int word, char sign) {
    int next = tokens[word] + 1;
    return next < end && text.text().charAt(text.tokenBegin(next)) == sign;
  }

  /** Whether the word is the last, but for signs. */
  boolean isLast(int word) {
    return word == count - 1;
  }

  /** Whether one of these signs stands before the word. */
  boolean isAfterSign(int word, String signs) {
    int before = tokens[word] - 1;
    return before > tokens[0]
        && text.tokenBegin(tokens[word]) == begins[word]
        && text.term(before) == Terms.NONE
        && signs.indexOf(text.text().charAt(text.tokenBegin(before))) >= 0;
  }

  /** Whether the word follows another without a sign that parts them. */
  boolean isNext(int word) {
    return word < count && tokens[word] <= tokens[word - 1] + 1;
  }

  /** Whether a hyphen follows at once. */
  boolean hasHyphen(int word) {
    return ends[word] < text.text().length() && text.text().charAt(ends[word]) == '-';
  }

  boolean isCapital(int word) {
    return word < count
        && Character.isUpperCase(text.text().charAt(begins[word]))
        && !Cues.I.contains(term(word));
  }

  /** Whether its second letter is a capital too, as in "WHO". */
  boolean isAllCapitals(int word) {
    return length(word) > 1 && Character.isUpperCase(text.text().charAt(begins[word] + 1));
  }

  boolean endsWith(int word, char c) {
    return word >= 0 && length(word) > 3 && text.text().charAt(ends[word] - 1) == c;
  }

  /** Whether the word is in the set; not so past the last word. */
  boolean isIn(int word, WordSet set) {
    return word >= 0 && word < count && set.contains(terms[word]);
  }

  /** Whether one of the words from one number to another is in the set. */
  boolean isAnyIn(int from, int to, WordSet set) {
    for (int i = from; i < to; i++) {
      if (isIn(i, set)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word begins a name: a capital after it that no month or day begins. */
  boolean beginsName(int word) {
    return !isIn(word, Cues.CONNECTIVES)
        && word + 1 < count
        && isNext(word + 1)
        && isCapital(word + 1)
        && !isAllCapitals(word + 1)
        && !isIn(word + 1, Cues.DAYS)
        && !isIn(word, Cues.POSSESSIVES)
        && length(word + 1) > 1;
  }
}
