package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;

/**
 * Tells what a page puts around a story: captions of pictures, what its author is, headings. Such a
 * sentence reads like one of the story, so its form has to give it away. One article at a time.
 */
final class Furniture {

  private static final WordSet MONTHS =
      WordSet.of(
          """
          january february march april may june july august september october november december
          jan feb mar apr jun jul aug sept sep oct nov dec
          jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
          """);

  /** What captions are called, where this stands. */
  private static final Phrases CAPTIONS =
      Phrases.of(
          """
          toggle caption;image caption;media caption;image copyright;enlarge this image;file photo
          ap photo;reuters photo;undated photo;picture taken;getty images;via ap;photo provided by
          media playback;photo courtesy;pictured left;pictured right
          """);

  /** A sentence that opens so begins a list. */
  private static final Phrases FIRSTS =
      Phrases.of(
          """
          the first is;the first was;first of all;in the first instance;on the one hand;on one hand
          one is;one was;to begin with;for one thing;here's how;here is how;here are;here's what;here is what;there are actually;here's why;here is why
          """);

  private static final WordSet IS = WordSet.of("is was");
  private static final WordSet SHOWN = WordSet.of("seen pictured shown");

  private static final WordSet ROLES =
      WordSet.of(
          """
          professor fellow columnist contributor correspondent reporter editor lecturer scholar author
          """);

  /** Where what an author is may stand: this many sentences from the start or the end. */
  private static final int NEAR_ENDS = 3;

  /** How soon "is" must follow an author's name, and a role "is", in tokens. */
  private static final int LONGEST_NAME = 6;

  private static final int LONGEST_ROLE = 14;

  /** A heading has fewer words. */
  private static final int LONGEST_HEADING = 15;

  private SegmentedText text;
  private boolean hasMarks;

  /** Takes an article in. */
  void read(SegmentedText body) {
    text = body;
    int marked = 0;
    for (int i = 0; i < body.sentenceCount(); i++) {
      marked += hasMark(i) ? 1 : 0;
    }
    hasMarks = 2 * marked > body.sentenceCount();
  }

  /**
   * Whether the sentence is the page's and not the story's.
   *
   * @param words tokens with a letter or digit
   */
  boolean matches(int sentence, int words) {
    int begin = text.firstToken(sentence);
    int end = text.endToken(sentence);
    return (hasMarks && words < LONGEST_HEADING && !hasMark(sentence))
        || isBracketed(sentence)
        || hasAddress(sentence)
        || isCaption(begin, end)
        || isDatedCaption(sentence, begin, end)
        || (isNearEnds(sentence) && isAuthor(begin, end));
  }

  /** Whether the sentence asks, or announces what comes: "The first", "Here is why:". */
  boolean opens(int sentence) {
    int end = text.sentenceEnd(sentence);
    while (end > text.sentenceBegin(sentence) + 1
        && " .".indexOf(text.text().charAt(end - 1)) >= 0) {
      end--;
    }
    char last = text.text().charAt(end - 1);
    int begin = text.firstToken(sentence);
    return last == '?'
        || last == ':'
        || last == '…'
        || text.text().startsWith("...", text.sentenceEnd(sentence) - 3)
        || FIRSTS.matches(text, begin, text.endToken(sentence));
  }

  private boolean hasMark(int sentence) {
    char last = text.text().charAt(text.sentenceEnd(sentence) - 1);
    return ".!?\"”'’)…:".indexOf(last) >= 0;
  }

  private boolean isBracketed(int sentence) {
    char first = text.text().charAt(text.sentenceBegin(sentence));
    char last = text.text().charAt(text.sentenceEnd(sentence) - 1);
    return first == '(' && last == ')';
  }

  /** Whether an address such as "https://" stands in it. */
  private boolean hasAddress(int sentence) {
    for (int i = text.sentenceBegin(sentence) + 1; i < text.sentenceEnd(sentence) - 1; i++) {
      if (text.text().charAt(i) == '/' && text.text().startsWith("://", i - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCaption(int begin, int end) {
    for (int t = begin; t < end; t++) {
      if (CAPTIONS.matches(text, t, end)) {
        return true;
      }
    }
    return false;
  }

  /** "Ada Holm speaks to reporters in Halden, April 3, 2019.": a date at the end, no past tense. */
  private boolean isDatedCaption(int sentence, int begin, int end) {
    int last = end - 1;
    while (last > begin && text.term(last) == Terms.NONE) {
      last--;
    }
    boolean isDated =
        sentence < NEAR_ENDS
            && isYear(last)
            && (isMonth(last - 3, begin) || isMonth(last - 2, begin));
    return isDated && !hasPast(begin, last - 3);
  }

  private boolean isYear(int token) {
    return text.isNumber(token) && text.tokenEnd(token) - text.tokenBegin(token) == 4;
  }

  private boolean isMonth(int token, int begin) {
    return token >= begin && MONTHS.contains(text.term(token));
  }

  private boolean hasPast(int begin, int end) {
    for (int t = begin; t < end; t++) {
      boolean isShown = IS.contains(text.term(t)) && SHOWN.contains(text.term(t + 1));
      if (!isShown && (Cues.VERBS.contains(text.term(t)) || isPast(t))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPast(int token) {
    int length = text.tokenEnd(token) - text.tokenBegin(token);
    return length > 4
        && !text.isCapital(token)
        && text.text().startsWith("ed", text.tokenEnd(token) - 2);
  }

  private boolean isNearEnds(int sentence) {
    return sentence < 2 || sentence >= text.sentenceCount() - NEAR_ENDS;
  }

  /** "Ada Holm is a professor of law at Halden and the author of": a name, "is", a role. */
  private boolean isAuthor(int begin, int end) {
    int is = begin;
    while (is < Math.min(end, begin + LONGEST_NAME) && !IS.contains(text.term(is))) {
      if (!text.isCapital(is) && text.term(is) != Terms.NONE) {
        return false;
      }
      is++;
    }
    if (is == begin || is >= end || !IS.contains(text.term(is))) {
      return false;
    }
    for (int t = is + 1; t < Math.min(end, is + LONGEST_ROLE); t++) {
      if (ROLES.contains(text.term(t))) {
        return true;
      }
    }
    return false;
  }
}
