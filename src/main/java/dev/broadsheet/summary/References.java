package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
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

  private static final byte UNKNOWN = 0;
  private static final byte STANDS = 1;
  private static final byte LEANS = 2;

  private final Quotes quotes = new Quotes();
  private byte[] known = new byte[64];
  private SegmentedText text;
  private final SentenceWords words = new SentenceWords();

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
      words.read(text, sentence);
      known[sentence] = words.count() > 0 && leans(sentence) ? LEANS : STANDS;
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
    if (isName(0) || words.hasHyphen(0)) {
      return false;
    }
    return (words.open(Cues.ALWAYS) && !words.open(Cues.NEVER))
        || words.isBefore(Cues.BEFORE_COMMA, 0, ',')
        || (words.open(Cues.BEFORE_VERB) && isVerb(words.wordAfter(Cues.BEFORE_VERB)))
        || leansInMiddle()
        || opensOnThat()
        || opensOnCount();
  }

  /** "Norrland, for example, has": a connective within the opening, after a comma. */
  private boolean leansInMiddle() {
    for (int i = 1; i < Math.min(words.count(), OPENING); i++) {
      if (words.isAfterSign(i, ",") && words.isBefore(Cues.MIDDLE, i, ',')) {
        return true;
      }
    }
    return false;
  }

  /** "That decision" leans; "That prices would rise", "That the court agreed" do not. */
  private boolean opensOnThat() {
    if (!Cues.THAT.contains(words.term(0)) || words.count() < 2) {
      return false;
    }
    if (Cues.CONTRACTED.contains(words.term(1))) {
      return !words.isCapital(2);
    }
    boolean isClause =
        Cues.DETERMINERS.contains(words.term(1)) || words.isCapital(1) || words.endsWith(1, 's');
    return !words.isCapital(1) && (words.isContracted(0) || !isClause);
  }

  /** "Both men", "Neither would": unless names or "of" follow. */
  private boolean opensOnCount() {
    return Cues.COUNTS.contains(words.term(0))
        && words.count() > 3
        && !words.isCapital(1)
        && !words.isAnyOf(1, 4, Cues.OF);
  }

  private boolean opensOnPronoun() {
    if (!Cues.PRONOUNS.contains(words.term(0))
        || isName(0)
        || words.hasHyphen(0)
        || words.isAllCapitals(0)) {
      return false;
    }
    if (words.count() > 1
        && (Cues.HONORS.contains(words.term(1)) || Cues.WHO.contains(words.term(1)))) {
      return false;
    }
    boolean isIt = Cues.IT.contains(words.term(0));
    boolean isPossessive = Cues.POSSESSIVES.contains(words.term(0));
    return !(isIt && isPleonastic())
        && !(isPossessive && !hasVerbBeforeComma() && isNamedAfterComma());
  }

  /** "It is not clear whether", "It took the bank three years to": the clause is what "it" is. */
  private boolean isPleonastic() {
    if (words.count() < 3 || !Cues.PLEONASTIC_VERBS.contains(words.term(1))) {
      return words.count() > 1 && Cues.WEATHER.contains(words.term(1));
    }
    for (int i = 2; i < words.count(); i++) {
      boolean isTo =
          Cues.TO.contains(words.term(i)) && i > 2 && !Cues.PERSONAL.contains(words.term(i - 1));
      if (isTo || Cues.CLAUSES.contains(words.term(i)) || Cues.WEATHER.contains(words.term(i))) {
        return true;
      }
    }
    return false;
  }

  /** "After her death, the museum bought": unless the name comes after the comma. */
  private boolean hasPronounInOpening() {
    for (int i = 1; i < Math.min(words.count(), OPENING); i++) {
      if (i > 1 && words.isAfterSign(i, ",:;")) {
        return false;
      }
      if (Cues.PRONOUNS.contains(words.term(i)) && !words.isAllCapitals(i)) {
        return isUnnamed(i) && !isNamedAfterComma();
      }
      if (words.isCapital(i)) {
        return false;
      }
    }
    return false;
  }

  /** Whether no noun before the word can be what it stands for. */
  private boolean isUnnamed(int word) {
    if (Cues.SUBORDINATORS.contains(words.term(0))) {
      return true;
    }
    boolean isPerson = Cues.PERSONS.contains(words.term(word));
    return isPerson && Cues.SPEECH.contains(words.term(word - 1)) && words.endsWith(word - 2, 's');
  }

  /** "…, she added": unless a name came before. */
  private boolean hasSpeakerPronoun() {
    for (int i = 1; i + 1 < words.count(); i++) {
      if (words.isCapital(i) && !Cues.DAYS.contains(words.term(i))) {
        return false;
      }
      boolean isTag =
          Cues.SPEAKERS.contains(words.term(i)) && Cues.SPEECH.contains(words.term(i + 1));
      if (isTag && words.isAfterSign(i, ",\"”'?!")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name follows the first comma, perhaps after "the" and what its bearer does. */
  private boolean isNamedAfterComma() {
    for (int i = 1; i < words.count() - 1; i++) {
      if (words.isAfterSign(i, ",")) {
        int name = Cues.DETERMINERS.contains(words.term(i)) ? i + 1 : i;
        name += name > i && !words.isCapital(name) ? 1 : 0;
        boolean isLong = name == i || (name + 1 < words.count() && words.isCapital(name + 1));
        return name < words.count()
            && words.isCapital(name)
            && isLong
            && !Cues.PRONOUNS.contains(words.term(name));
      }
    }
    return false;
  }

  private boolean hasVerbBeforeComma() {
    for (int i = 1; i < words.count() && !words.isAfterSign(i, ","); i++) {
      if (isVerb(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isVerb(int word) {
    return word < words.count() && Cues.VERBS.contains(words.term(word));
  }

  /** Whether the first word is part of a name: a capital follows that no month or day begins. */
  private boolean isName(int word) {
    boolean canBeName = !Cues.CONNECTIVES.contains(words.term(word));
    return canBeName
        && word + 1 < words.count()
        && words.isNext(word + 1)
        && words.isCapital(word + 1)
        && !words.isAllCapitals(word + 1)
        && !Cues.DAYS.contains(words.term(word + 1))
        && !Cues.POSSESSIVES.contains(words.term(word))
        && words.length(word + 1) > 1;
  }
}
