package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;
import java.util.Arrays;

/**
 * How a sentence speaks: connectives, quotations and their speakers, and the signs of what is no
 * sentence of the story, such as labels, links and calls to read on. One thread.
 */
final class Manner {

  /** Numbers that {@link #fill} writes. */
  static final int COUNT = 17;

  private static final WordSet ADDITIONS =
      WordSet.of(
          """
          also another other others further additional similar same again too instead earlier later
          afterward meanwhile however likewise else elsewhere latter former second third next previous
          following subsequent
          """);

  private static final WordSet CALLS =
      WordSet.of(
          """
          click subscribe sign read watch photo image video copyright editor contributed follow
          newsletter below caption playback updated media
          """);

  private static final WordSet YOU = WordSet.of("you your yours");
  private static final WordSet WE = WordSet.of("i we my our us");

  /** How far an opening goes, in words. */
  private static final int OPENING = 12;

  /** A speaker's label, in UTF-16 units. */
  private static final int LONGEST_LABEL = 32;

  private final References references;
  private final Quotes quotes;
  private final float[] signs = new float[COUNT];
  private SegmentedText body;

  Manner(References references) {
    this.references = references;
    this.quotes = references.quotes();
  }

  /** Takes an article in. */
  void read(SegmentedText text) {
    body = text;
  }

  /**
   * Writes the sentence's numbers to a row from a place on.
   *
   * @param lastPick -1 if there is none: a quotation that it opens may go on after it
   */
  void fill(float[] row, int at, int sentence, int lastPick) {
    Arrays.fill(signs, 0);
    words(sentence);
    quotations(sentence);
    String text = body.text();
    int begin = body.sentenceBegin(sentence);
    int end = body.sentenceEnd(sentence);
    char last = text.charAt(end - 1);
    signs[16] = lastPick >= 0 && sentence > lastPick + 1 && quotes.isInside(lastPick + 1) ? 1 : 0;
    signs[0] = references.dangles(sentence) ? 1 : 0;
    signs[9] = hasLabel(body, sentence) ? 1 : 0;
    signs[10] = last == ':' ? 1 : 0;
    signs[11] = ".!?\"”'’)…".indexOf(last) < 0 ? 1 : 0;
    signs[12] = Character.isLetterOrDigit(text.charAt(begin)) ? 0 : 1;
    System.arraycopy(signs, 0, row, at, COUNT);
  }

  private void words(int sentence) {
    int words = 0;
    int capitals = 0;
    for (int t = body.firstToken(sentence); t < body.endToken(sentence); t++) {
      long term = body.term(t);
      if (term == Terms.NONE) {
        char sign = body.text().charAt(body.tokenBegin(t));
        signs[13] +=
            sign == '@' || sign == '#' || sign == '|' || sign == '/' || sign == '•' ? 1 : 0;
        continue;
      }
      words++;
      capitals += body.isCapital(t) ? 1 : 0;
      signs[1] += words <= OPENING && ADDITIONS.contains(term) ? 1 : 0;
      signs[2] += CALLS.contains(term) ? 1 : 0;
      signs[3] += YOU.contains(term) ? 1 : 0;
      signs[4] += WE.contains(term) ? 1 : 0;
    }
    signs[14] = (float) capitals / Math.max(1, words);
  }

  private void quotations(int sentence) {
    String text = body.text();
    int marks = 0;
    for (int i = body.sentenceBegin(sentence); i < body.sentenceEnd(sentence); i++) {
      marks += Quotes.isQuote(text.charAt(i)) ? 1 : 0;
    }
    boolean hasSpeech = hasSpeech(sentence);
    boolean opens = Quotes.isQuote(text.charAt(body.sentenceBegin(sentence)));
    signs[5] = marks % 2;
    signs[6] = quotes.isInside(sentence) ? 1 : 0;
    signs[7] = marks > 0 && !hasSpeech ? 1 : 0;
    signs[8] = opens && !hasSpeech ? 1 : 0;
    signs[15] = opens ? 1 : 0;
  }

  private boolean hasSpeech(int sentence) {
    for (int t = body.firstToken(sentence); t < body.endToken(sentence); t++) {
      if (Cues.SPEECH.contains(body.term(t))) {
        return true;
      }
    }
    return false;
  }

  /** "SPEAKER: …", "Photos: …": a capital, and a colon and a space soon after. */
  static boolean hasLabel(SegmentedText body, int sentence) {
    String text = body.text();
    int begin = body.sentenceBegin(sentence);
    int end = body.sentenceEnd(sentence);
    int limit = Math.min(begin + LONGEST_LABEL, end - 1);
    for (int i = begin; i < limit; i++) {
      if (text.charAt(i) == ':') {
        return Character.isUpperCase(text.charAt(begin)) && text.charAt(i + 1) == ' ';
      }
    }
    return false;
  }
}
