package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;

/**
 * Tells speech that was written down, such as a briefing: labels at the starts of lines say who
 * speaks. Its greetings and questions are no story; what is answered is. One article at a time.
 */
final class Transcript {

  /** They ask, lead through the event, or give the word to others. */
  private static final WordSet ASKING =
      WordSet.of("q question questioner moderator operator participant interpreter host reporter");

  private static final WordSet QUESTION = WordSet.of("q");

  /** Where labels are no capitals, as headings may look so, speakers come again as often. */
  private static final int FEWEST_REPEATS = 4;

  /** Then one of so many lines has a label. */
  private static final int LINES_OF_LABEL = 3;

  /** The first label in capitals is among so many sentences; later ones are quoted in a story. */
  private static final int NEAR_START = 10;

  /** A sentence of fewer tokens is an exclamation. */
  private static final int SHORT = 10;

  /** Different speakers that are told apart. */
  private static final int MOST_SPEAKERS = 16;

  private final long[] speakers = new long[MOST_SPEAKERS];
  private boolean[] isAside = new boolean[64];
  private SegmentedText text;
  private int speakerCount;
  private int repeats;
  private int labels;
  private int signs;
  private int lines;
  private int speeches;
  private boolean isAsking;

  /** Takes an article in. */
  void read(SegmentedText body) {
    text = body;
    speakerCount = repeats = labels = signs = lines = speeches = 0;
    isAsking = false;
    int n = body.sentenceCount();
    isAside = isAside.length < n ? new boolean[2 * n] : isAside;
    for (int i = 0; i < n; i++) {
      boolean isLabel = Lines.begins(body, i) && isLabel(i);
      isAside[i] = isLabel || (labels > 0 && isBesideTheMatter(i));
    }
  }

  /** Whether the text is one. */
  boolean isOne() {
    return hasCapitals()
        || (repeats >= FEWEST_REPEATS && speakerCount > 1 && speeches * LINES_OF_LABEL > lines);
  }

  /** Whether a sentence is a label, a greeting, a question or an exclamation in one. */
  boolean bars(int sentence) {
    return hasCapitals() && isAside[sentence];
  }

  private boolean hasCapitals() {
    return labels > 0 && (signs > 0 || repeats > 0);
  }

  /** Takes in who speaks; tells whether the sentence is nothing but a label. */
  private boolean isLabel(int sentence) {
    int begin = text.firstToken(sentence);
    boolean isCapital = (labels > 0 || sentence < NEAR_START) && isCapitalLabel(sentence);
    lines++;
    boolean asks = labels > 0 && QUESTION.contains(text.term(begin));
    if (isCapital || Manner.hasLabel(text, sentence)) {
      count(name(begin, text.endToken(sentence)));
    }
    if (isCapital || asks) {
      labels += isCapital ? 1 : 0;
      isAsking = ASKING.contains(text.term(begin));
      signs += isAsking ? 1 : 0;
    }
    return isCapital;
  }

  /** "MR. TARN:", with what is said after it in the same line. */
  private boolean isCapitalLabel(int sentence) {
    int begin = text.sentenceBegin(sentence);
    int end = text.sentenceEnd(sentence);
    return text.text().charAt(end - 1) == ':'
        && text.text().startsWith(" ", end)
        && end - begin > 2
        && Character.isUpperCase(text.text().charAt(begin + 1));
  }

  /** A hash of the words before the colon. */
  private long name(int begin, int end) {
    long hash = 0;
    for (int t = begin; t < end && text.text().charAt(text.tokenBegin(t)) != ':'; t++) {
      hash = text.term(t) == Terms.NONE ? hash : Terms.bigram(hash, text.term(t));
    }
    return hash;
  }

  private void count(long speaker) {
    speeches++;
    for (int i = 0; i < speakerCount; i++) {
      if (speakers[i] == speaker) {
        repeats++;
        return;
      }
    }
    if (speakerCount < MOST_SPEAKERS) {
      speakers[speakerCount++] = speaker;
    }
  }

  private boolean isBesideTheMatter(int sentence) {
    boolean isCourtesy = Courtesies.matches(text, sentence);
    signs += isCourtesy ? 1 : 0;
    return isCourtesy || isAsking || text.endToken(sentence) - text.firstToken(sentence) < SHORT;
  }
}
