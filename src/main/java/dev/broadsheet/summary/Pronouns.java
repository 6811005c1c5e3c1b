package dev.broadsheet.summary;

/** Tells openings that lean on a pronoun's antecedent in another sentence. One thread. */
final class Pronouns {

  /** How far an opening goes, in words. */
  private static final int OPENING = 8;

  private final SentenceWords words;

  Pronouns(SentenceWords words) {
    this.words = words;
  }

  boolean lean() {
    return opens() || isInOpening() || isSpeaker();
  }

  /** "She left", "Its roof": unless it is no pronoun, or what it stands for follows. */
  private boolean opens() {
    if (!words.isIn(0, Cues.PRONOUNS)
        || words.beginsName(0)
        || words.hasHyphen(0)
        || words.isAllCapitals(0)
        || words.isIn(1, Cues.HONORS)
        || words.isIn(1, Cues.WHO)) {
      return false;
    }
    boolean isCataphora =
        words.isIn(0, Cues.POSSESSIVES) && !hasVerbBeforeComma() && isNamedAfterComma();
    return !(words.isIn(0, Cues.IT) && isPleonastic()) && !isCataphora;
  }

  /** "It is not clear whether", "It took the bank three years to": the clause is what "it" is. */
  private boolean isPleonastic() {
    if (words.count() < 3 || !words.isIn(1, Cues.PLEONASTIC_VERBS)) {
      return words.isIn(1, Cues.WEATHER);
    }
    boolean isThing = words.isAnyIn(2, 4, Cues.ORDINALS);
    for (int i = 2; i < words.count(); i++) {
      boolean isClause = words.isIn(i, Cues.CLAUSES) || words.isIn(i, Cues.WEATHER);
      if (isClause || (!isThing && i > 2 && isInfinitive(i) && !words.isIn(i - 1, Cues.PERSONAL))) {
        return true;
      }
    }
    return false;
  }

  /** "to find", not "to a cruise line" or "to Norrland". */
  private boolean isInfinitive(int word) {
    return words.isIn(word, Cues.TO)
        && !words.isCapital(word + 1)
        && !words.isIn(word + 1, Cues.DETERMINERS)
        && !words.isIn(word + 1, Cues.PRONOUNS);
  }

  /** "After her death, the museum bought": unless the name comes after the comma. */
  private boolean isInOpening() {
    for (int i = 1; i < Math.min(words.count(), OPENING); i++) {
      if (i > 1 && words.isAfterSign(i, ",:;")) {
        return false;
      }
      if (words.isIn(i, Cues.PRONOUNS) && !words.isAllCapitals(i)) {
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
    return words.isIn(0, Cues.SUBORDINATORS)
        || (words.isIn(word, Cues.PERSONS)
            && words.isIn(word - 1, Cues.SPEECH)
            && words.endsWith(word - 2, 's'));
  }

  /** "…, she added": unless a name came before. */
  private boolean isSpeaker() {
    for (int i = 1; i + 1 < words.count(); i++) {
      if (words.isCapital(i) && !words.isIn(i, Cues.DAYS)) {
        return false;
      }
      if (words.isIn(i, Cues.SPEAKERS)
          && words.isIn(i + 1, Cues.SPEECH)
          && words.isAfterSign(i, ",\"”'?!")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name follows the first comma, perhaps after "the" and what its bearer does. */
  private boolean isNamedAfterComma() {
    for (int i = 1; i < words.count() - 1; i++) {
      if (words.isAfterSign(i, ",")) {
        return isNameAt(i);
      }
    }
    return false;
  }

  private boolean isNameAt(int word) {
    boolean hasDeterminer = words.isIn(word, Cues.DETERMINERS);
    int name = hasDeterminer ? word + 1 : word;
    name += hasDeterminer && !words.isCapital(name) ? 1 : 0;
    boolean isLong =
        !hasDeterminer
            || words.isCapital(name + 1)
            || (words.isIn(name + 1, Cues.OF) && words.isCapital(name + 2));
    return isLong && words.isCapital(name) && !words.isIn(name, Cues.PRONOUNS);
  }

  private boolean hasVerbBeforeComma() {
    for (int i = 1; i < words.count() && !words.isAfterSign(i, ","); i++) {
      if (words.isIn(i, Cues.VERBS)) {
        return true;
      }
    }
    return false;
  }
}
