package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;

/** The part of a sentence's row that its signs and function words give: numbers 24 to 35. */
final class Surface {

  /** First persons, third persons, speech, negation: numbers 28 to 31. */
  private static final WordSet FUNCTION_WORDS =
      WordSet.of(
          "i we my our me us ours mine you your 'm 've 'll yourself myself ourselves",
          "he she they him her them his their it its",
          "said says say told tells according added asked saying called",
          "not n't no never none nothing");

  private static final int THIRD_PERSON = 2;

  private Surface() {}

  /** Adds them to a row of zeros that begins at an offset. */
  static void fill(float[] rows, int r, SegmentedText body, int i) {
    String text = body.text();
    int first = body.firstToken(i);
    int end = body.endToken(i);
    for (int t = first; t < end; t++) {
      char c = text.charAt(body.tokenBegin(t));
      long term = body.term(t);
      if (term == Terms.NONE) {
        rows[r + 24] += c == '"' || c == '“' || c == '”' || c == '`' ? 1 : 0;
        rows[r + 25] += c == ':' || c == ';' || c == '(' ? 1 : 0;
        rows[r + 26] += c == ',' ? 1 : 0;
        rows[r + 27] += c == '?' || c == '!' ? 1 : 0;
      } else if (body.isStopWord(t)) {
        int list = FUNCTION_WORDS.list(term);
        rows[r + 27 + list] += list > 0 ? 1 : 0;
      } else {
        rows[r + 32] += c >= '0' && c <= '9' ? 1 : 0;
      }
    }
    if (end > first) {
      fillEnds(rows, r, body, i);
    }
  }

  private static void fillEnds(float[] rows, int r, SegmentedText body, int i) {
    String text = body.text();
    int first = body.firstToken(i);
    boolean isThird = FUNCTION_WORDS.list(body.term(first)) == THIRD_PERSON;
    rows[r + 33] = body.isStopWord(first) && isThird ? 1 : 0;
    rows[r + 34] = opening(text.charAt(body.tokenBegin(first)));
    rows[r + 35] = text.charAt(body.sentenceEnd(i) - 1) == '.' ? 1 : 0;
  }

  private static float opening(char c) {
    if (Character.isUpperCase(c)) {
      return 0;
    }
    return Character.isLowerCase(c) ? 1 : c >= '0' && c <= '9' ? 2 : 3;
  }
}
