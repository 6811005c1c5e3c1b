package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/**
 * Whom and what a sentence mentions, and whether the picks or the title have named it: names,
 * definite phrases and pronouns. What an earlier sentence that is no pick has named first is
 * "skipped": the reader of the summary has not met it. One thread.
 */
final class Mentions {

  /** Numbers that {@link #fill} writes. */
  static final int COUNT = 24;

  private static final WordSet PRONOUNS =
      WordSet.of(
          "he him his himself she her hers herself", "it its itself", "they them their theirs");

  private static final int PERSON = 1;
  private static final int THING = 2;

  private static final WordSet TITLES =
      WordSet.of(
          """
          sen rep gov gen president senator justice judge secretary minister professor prof chief
          director officer king queen prince pope
          """);

  private static final WordSet THE = WordSet.of("the");
  private static final WordSet DEMONSTRATIVES = WordSet.of("this these those such", "that");
  private static final int THAT = 2;
  private static final WordSet TIMES =
      WordSet.of("week month year summer morning weekend time spring fall autumn winter season");
  private static final WordSet GROUPS = WordSet.of("who with in of as");
  private static final WordSet PREPOSITIONS = WordSet.of("of in on by for with at to from");

  /** Words of a noun phrase after its article. */
  private static final int LONGEST_PHRASE = 5;

  private final SentenceVectors vectors;
  private final float[] counts = new float[COUNT];
  private SegmentedText body;
  private PickFeatures picks;
  private int sentence;

  Mentions(SentenceVectors vectors) {
    this.vectors = vectors;
  }

  /** Takes an article in. */
  void read(SegmentedText text) {
    body = text;
  }

  /** Writes the sentence's numbers, in view of the picks, to a row from a place on. */
  void fill(float[] row, int at, int ofSentence, PickFeatures inViewOf) {
    sentence = ofSentence;
    picks = inViewOf;
    Arrays.fill(counts, 0);
    int firstName = names();
    pronouns(firstName);
    phrases();
    words();
    System.arraycopy(counts, 0, row, at, COUNT);
  }

  /** Numbers 0 to 7; gives the first name's token, or the sentence's end. */
  private int names() {
    int end = body.endToken(sentence);
    int firstName = end;
    int t = body.firstToken(sentence);
    while (t < end) {
      int from = t;
      while (t < end && isName(t)) {
        t++;
      }
      if (t > from) {
        firstName = Math.min(firstName, from);
        name(from, t);
      } else {
        t++;
      }
    }
    return firstName;
  }

  private void name(int from, int end) {
    int size = 0;
    boolean isKnown = false;
    boolean isSkipped = false;
    boolean isAcronym = false;
    for (int t = from; t < end; t++) {
      int word = vectors.words().find(body.term(t));
      if (word >= 0 && !TITLES.contains(body.term(t)) && !Cues.DAYS.contains(body.term(t))) {
        size++;
        isKnown |= picks.knows(word);
        isSkipped |= isSkipped(word);
        isAcronym |= isAcronym(t);
      }
    }
    if (size > 0) {
      count(from, size, isKnown, !isKnown && isSkipped, isAcronym);
    }
  }

  private void count(int from, int size, boolean isKnown, boolean isSkipped, boolean isAcronym) {
    boolean isBare = isSkipped && size == 1;
    counts[0] += isKnown ? 1 : 0;
    counts[1] += isBare ? 1 : 0;
    counts[2] += isSkipped && size > 1 ? 1 : 0;
    counts[3] += !isKnown && !isSkipped ? 1 : 0;
    counts[4] += isBare && from - body.firstToken(sentence) <= 3 ? 1 : 0;
    counts[5] += isBare && isAcronym ? 1 : 0;
    counts[6]++;
  }

  /** Numbers 8 to 13. */
  private void pronouns(int firstName) {
    for (int t = body.firstToken(sentence); t < body.endToken(sentence); t++) {
      int kind = body.isStopWord(t) ? PRONOUNS.list(body.term(t)) : 0;
      if (kind > 0) {
        counts[8]++;
        counts[9] += t == body.firstToken(sentence) ? 1 : 0;
        counts[kind == PERSON ? 10 : kind == THING ? 11 : 12] += t < firstName ? 1 : 0;
      }
    }
    counts[13] = counts[10] + counts[11] + counts[12] > 0 ? picks.gap(sentence) : 0;
  }

  /** Numbers 14 to 19. */
  private void phrases() {
    int first = body.firstToken(sentence);
    for (int t = first; t + 1 < body.endToken(sentence); t++) {
      if (body.isStopWord(t)) {
        if (THE.contains(body.term(t))) {
          definite(t, t == first);
        } else if (isDemonstrative(t, first)) {
          counts[18]++;
          counts[19] += t == first ? 1 : 0;
        }
      }
    }
  }

  private void definite(int the, boolean isFirst) {
    int head = -1;
    int limit = Math.min(the + 1 + LONGEST_PHRASE, body.endToken(sentence));
    for (int t = the + 1; t < limit && isNoun(t); t++) {
      head = t;
    }
    if (head >= 0) {
      int word = vectors.words().find(body.term(head));
      boolean isKnown = picks.knows(word);
      boolean isSkipped = !isKnown && isSkipped(word);
      counts[14] += isKnown ? 1 : 0;
      counts[15] += isSkipped ? 1 : 0;
      counts[16] += !isKnown && !isSkipped ? 1 : 0;
      counts[17] += isFirst && !isKnown ? 1 : 0;
    }
  }

  private boolean isDemonstrative(int t, int first) {
    int kind = DEMONSTRATIVES.list(body.term(t));
    long next = body.term(t + 1);
    if (kind == 0 || TIMES.contains(next) || GROUPS.contains(next)) {
      return false;
    }
    return kind != THAT || t == first || PREPOSITIONS.contains(body.term(t - 1));
  }

  /** Numbers 20 to 23: shares of words that are known, skipped, of the sentence before. */
  private void words() {
    int size = Math.max(1, vectors.end(sentence) - vectors.begin(sentence));
    boolean isBeforeSkipped = sentence > 0 && !picks.contains(sentence - 1);
    for (int k = vectors.begin(sentence); k < vectors.end(sentence); k++) {
      int word = vectors.word(k);
      boolean isKnown = picks.knows(word);
      counts[20] += isKnown ? 1f / size : 0;
      counts[21] += !isKnown && isSkipped(word) ? 1f / size : 0;
      counts[22] += picks.isInLast(word) ? 1f / size : 0;
    }
    counts[7] = isBeforeSkipped ? newNames(sentence - 1) : 0;
    counts[23] = counts[13] > 0 ? counts[7] : 0;
  }

  /** Names of a sentence that the picks do not know. */
  private float newNames(int other) {
    int names = 0;
    for (int k = vectors.begin(other); k < vectors.end(other); k++) {
      int word = vectors.word(k);
      names += vectors.words().isCapital(word) && !picks.knows(word) ? 1 : 0;
    }
    return Math.min(names, 5);
  }

  private boolean isSkipped(int word) {
    return vectors.words().firstSentence(word) < sentence;
  }

  /** A capital; at the sentence's start only if the word has one elsewhere, too. */
  private boolean isName(int t) {
    if (!body.isCapital(t) || body.isStopWord(t) || body.term(t) == Terms.NONE) {
      return false;
    }
    return t > body.firstToken(sentence)
        || vectors.words().isCapital(vectors.words().find(body.term(t)));
  }

  private boolean isAcronym(int t) {
    int second = body.tokenBegin(t) + 1;
    return second < body.tokenEnd(t) && Character.isUpperCase(body.text().charAt(second));
  }

  private boolean isNoun(int t) {
    return body.term(t) != Terms.NONE
        && !body.isStopWord(t)
        && !body.isCapital(t)
        && !body.isNumber(t);
  }
}
