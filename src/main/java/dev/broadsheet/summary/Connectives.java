package dev.broadsheet.summary;

/**
 * Tells openings on connectives, demonstratives and elliptic phrases, the other half of which
 * stands in another sentence. One thread.
 */
final class Connectives {

  /** How far an opening goes, in words. */
  private static final int OPENING = 8;

  private final SentenceWords words;

  Connectives(SentenceWords words) {
    this.words = words;
  }

  boolean lean() {
    return isAnswer() || isInMiddle() || isElliptic() || (!isName() && opens());
  }

  /** "A: Ask me in ten years." */
  private boolean isAnswer() {
    return words.isIn(0, Cues.ANSWER) && words.isBeforeSign(0, ':');
  }

  private boolean isName() {
    return words.beginsName(0) || words.hasHyphen(0);
  }

  private boolean opens() {
    boolean isCue = words.after(Cues.ALWAYS, 0) > words.after(Cues.NEVER, 0);
    return (isCue && !isSuchAs())
        || words.isBefore(Cues.BEFORE_COMMA, 0, ',')
        || (words.isAt(Cues.BEFORE_VERB, 0)
            && words.isIn(words.after(Cues.BEFORE_VERB, 0), Cues.VERBS))
        || opensOnThat()
        || opensOnCount();
  }

  /** "Such fish as cod". */
  private boolean isSuchAs() {
    return words.isIn(0, Cues.SUCH) && words.isAnyIn(2, 4, Cues.AS);
  }

  /** "Norrland, for example, has": within the opening, after a comma. */
  private boolean isInMiddle() {
    for (int i = 1; i < Math.min(words.count(), OPENING); i++) {
      if (words.isAfterSign(i, ",") && words.isBefore(Cues.MIDDLE, i, ',')) {
        return true;
      }
    }
    return false;
  }

  /** "Norrland did likewise", "Ms. Holt did not, and": what was done is not said. */
  private boolean isElliptic() {
    for (int i = 1; i < Math.min(words.count(), OPENING); i++) {
      boolean isDone = words.isIn(i - 1, Cues.AUXILIARIES) && words.isIn(i, Cues.NOT);
      if (words.isAt(Cues.ELLIPSES, i)
          || (isDone && (words.isLast(i) || words.isBeforeSign(i, ',')))) {
        return true;
      }
    }
    return false;
  }

  /** "That decision" leans; "That prices would rise", "That the court agreed" do not. */
  private boolean opensOnThat() {
    if (!words.isIn(0, Cues.THAT) || words.count() < 2) {
      return false;
    }
    if (words.isIn(1, Cues.CONTRACTED)) {
      return !words.isCapital(2);
    }
    return !words.isIn(1, Cues.DETERMINERS) && !words.isCapital(1) && !words.endsWith(1, 's');
  }

  /** "Both men", "Neither would": unless names or "of" follow. */
  private boolean opensOnCount() {
    return words.isIn(0, Cues.COUNTS)
        && words.count() > 3
        && !words.isCapital(1)
        && !words.isAnyIn(1, 4, Cues.OF_OR_NOR);
  }
}
