package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/**
 * Tells sentences that lean on what came before them: on a pronoun's or demonstrative's antecedent,
 * on the other half of a connective, or on the quotation or speaker of an earlier sentence. Rules
 * on the opening words; a name inside the sentence that can be the antecedent acquits it. In doubt
 * a sentence leans. One thread.
 */
public final class References {

  /** How far an opening goes, in words. */
  private static final int OPENING = 8;

  /** How long a dateline may be, in UTF-16 units. */
  private static final int LONGEST_DATELINE = 48;

  private static final byte UNKNOWN = 0;
  private static final byte STANDS = 1;
  private static final byte LEANS = 2;

  private final Quotes quotes = new Quotes();
  private byte[] known = new byte[64];
  private SegmentedText text;
  private final int[] words = new int[64];
  private final long[] terms = new long[64];
  private int count;
  private int end;

  /** Takes an article in. */
  public void read(SegmentedText body) {
    text = body;
    quotes.read(body);
    int n = body.sentenceCount();
    known = known.length < n ? new byte[n * 2] : known;
    Arrays.fill(known, 0, n, UNKNOWN);
  }

  /** Whether the sentence needs the one before it. Found out when first asked. */
  public boolean dangles(int sentence) {
    if (known[sentence] == UNKNOWN) {
      readWords(sentence);
      known[sentence] = count > 0 && leans(sentence) ? LEANS : STANDS;
    }
    return known[sentence] == LEANS;
  }

  private boolean leans(int sentence) {
    return quotes.isInside(sentence)
        || isBareQuote(sentence)
        || opensOnCue()
        || opensOnPronoun()
        || hasPronounInOpening()
        || hasSpeakerPronoun();
  }

  private void readWords(int sentence) {
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

  /** A whole quotation and no word of who said it. */
  private boolean isBareQuote(int sentence) {
    String s = text.text();
    int first = text.sentenceBegin(sentence);
    int last = text.sentenceEnd(sentence) - 1;
    if (!Quotes.isQuote(s.charAt(first)) || !endsQuote(s, last)) {
      return false;
    }
    for (int i = first + 2; i < last - 1; i++) {
      if (Quotes.isQuote(s.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsQuote(String s, int last) {
    return Quotes.isQuote(s.charAt(last)) || (s.charAt(last) == '\'' && s.charAt(last - 1) == '\'');
  }

  /** Connectives, demonstratives and elliptic phrases. */
  private boolean opensOnCue() {
    int t = words[0];
    if (isName(0) || hasHyphen(0)) {
      return false;
    }
    return (Cues.ALWAYS.matches(text, t, end) && !Cues.NEVER.matches(text, t, end))
        || (Cues.BEFORE_COMMA.matches(text, t, end) && isBefore(Cues.BEFORE_COMMA, ','))
        || (Cues.BEFORE_VERB.matches(text, t, end) && isVerb(wordAfter(Cues.BEFORE_VERB)))
        || leansInMiddle()
        || opensOnThat()
        || opensOnCount();
  }

  /** "Norrland, for example, has": a connective within the opening, after a comma. */
  private boolean leansInMiddle() {
    for (int i = 1; i < Math.min(count, OPENING); i++) {
      int match = isAfterSign(i, ",") ? Cues.MIDDLE.match(text, words[i], end) : -1;
      if (match >= 0 && match < end && sign(match) == ',') {
        return true;
      }
    }
    return false;
  }

  /** "That decision" leans; "That prices would rise", "That the court agreed" do not. */
  private boolean opensOnThat() {
    if (!Cues.THAT.contains(term(0)) || count < 2) {
      return false;
    }
    if (Cues.CONTRACTED.contains(term(1))) {
      return !isCapital(2);
    }
    boolean isClause = Cues.DETERMINERS.contains(term(1)) || isCapital(1) || endsWith(1, 's');
    boolean isContracted = term(0) != text.term(words[0]);
    return !isCapital(1) && (isContracted || !isClause);
  }

  /** "Both men", "Neither would": unless names or "of" follow. */
  private boolean opensOnCount() {
    return Cues.COUNTS.contains(term(0)) && count > 3 && !isCapital(1) && !isAnyOf(1, 4, Cues.OF);
  }

  private boolean opensOnPronoun() {
    if (!Cues.PRONOUNS.contains(term(0)) || isName(0) || hasHyphen(0) || isAllCapitals(0)) {
      return false;
    }
    if (count > 1 && (Cues.HONORS.contains(term(1)) || Cues.WHO.contains(term(1)))) {
      return false;
    }
    boolean isIt = Cues.IT.contains(term(0));
    boolean isPossessive = Cues.POSSESSIVES.contains(term(0));
    return !(isIt && isPleonastic())
        && !(isPossessive && !hasVerbBeforeComma() && isNamedAfterComma());
  }

  /** "It is not clear whether", "It took the bank three years to": the clause is what "it" is. */
  private boolean isPleonastic() {
    if (count < 3 || !Cues.PLEONASTIC_VERBS.contains(term(1))) {
      return count > 1 && Cues.WEATHER.contains(term(1));
    }
    for (int i = 2; i < count; i++) {
      boolean isTo = Cues.TO.contains(term(i)) && i > 2 && !Cues.PERSONAL.contains(term(i - 1));
      if (isTo || Cues.CLAUSES.contains(term(i)) || Cues.WEATHER.contains(term(i))) {
        return true;
      }
    }
    return false;
  }

  /** "After her death, the museum bought": unless the name comes after the comma. */
  private boolean hasPronounInOpening() {
    for (int i = 1; i < Math.min(count, OPENING); i++) {
      if (i > 1 && isAfterSign(i, ",:;")) {
        return false;
      }
      if (Cues.PRONOUNS.contains(term(i)) && !isAllCapitals(i)) {
        return isUnnamed(i) && !isNamedAfterComma();
      }
      if (isCapital(i)) {
        return false;
      }
    }
    return false;
  }

  /** Whether no noun before the word can be what it stands for. */
  private boolean isUnnamed(int word) {
    if (Cues.SUBORDINATORS.contains(term(0))) {
      return true;
    }
    boolean isPerson = Cues.PERSONS.contains(term(word));
    return isPerson && Cues.SPEECH.contains(term(word - 1)) && endsWith(word - 2, 's');
  }

  /** "…, she added": unless a name came before. */
  private boolean hasSpeakerPronoun() {
    for (int i = 1; i + 1 < count; i++) {
      if (isCapital(i) && !Cues.DAYS.contains(term(i))) {
        return false;
      }
      boolean isTag = Cues.SPEAKERS.contains(term(i)) && Cues.SPEECH.contains(term(i + 1));
      if (isTag && isAfterSign(i, ",\"”'?!")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name follows the first comma, perhaps after "the" and what its bearer does. */
  private boolean isNamedAfterComma() {
    for (int i = 1; i < count - 1; i++) {
      if (isAfterSign(i, ",")) {
        int name = Cues.DETERMINERS.contains(term(i)) ? i + 1 : i;
        name += name > i && !isCapital(name) ? 1 : 0;
        boolean isLong = name == i || (name + 1 < count && isCapital(name + 1));
        return name < count && isCapital(name) && isLong && !Cues.PRONOUNS.contains(term(name));
      }
    }
    return false;
  }

  private boolean hasVerbBeforeComma() {
    for (int i = 1; i < count && !isAfterSign(i, ","); i++) {
      if (isVerb(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isVerb(int word) {
    return word < count && Cues.VERBS.contains(term(word));
  }

  private int wordAfter(Phrases phrases) {
    int match = phrases.match(text, words[0], end);
    int word = 0;
    while (word < count && words[word] < match) {
      word++;
    }
    return word;
  }

  private boolean isBefore(Phrases phrases, char sign) {
    int match = phrases.match(text, words[0], end);
    return match < end && sign(match) == sign;
  }

  private boolean isAnyOf(int from, int to, WordSet set) {
    for (int i = from; i < Math.min(to, count); i++) {
      if (set.contains(term(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first word is part of a name: a capital follows that no month or day begins. */
  private boolean isName(int word) {
    boolean canBeName = !Cues.CONNECTIVES.contains(term(word));
    return canBeName
        && word + 1 < count
        && words[word + 1] == words[word] + 1
        && isCapital(word + 1)
        && !isAllCapitals(word + 1)
        && !Cues.DAYS.contains(term(word + 1))
        && !Cues.POSSESSIVES.contains(term(word))
        && text.tokenEnd(words[word + 1]) - text.tokenBegin(words[word + 1]) > 1;
  }

  private boolean hasHyphen(int word) {
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

  private long term(int word) {
    return terms[word];
  }

  private char sign(int token) {
    return text.text().charAt(text.tokenBegin(token));
  }

  private boolean isAfterSign(int word, String signs) {
    int before = words[word] - 1;
    return before > words[0] && text.term(before) == Terms.NONE && signs.indexOf(sign(before)) >= 0;
  }

  private boolean isCapital(int word) {
    return word < count && Character.isUpperCase(sign(words[word])) && !Cues.I.contains(term(word));
  }

  private boolean isAllCapitals(int word) {
    int begin = text.tokenBegin(words[word]);
    int length = text.tokenEnd(words[word]) - begin;
    return length > 1 && Character.isUpperCase(text.text().charAt(begin + 1));
  }

  private boolean endsWith(int word, char c) {
    return word >= 0
        && text.tokenEnd(words[word]) - text.tokenBegin(words[word]) > 3
        && text.text().charAt(text.tokenEnd(words[word]) - 1) == c;
  }
}
