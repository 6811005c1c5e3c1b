package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Terms;

/**
 * Tells sentences that are the page's and not the story's: bylines, credits, links, time stamps and
 * scraps of a word or two.
 */
final class Boilerplate {

  private static final int FEWEST_WORDS = 3;
  private static final int LONGEST_BYLINE = 8;
  private static final int LONGEST_NOTICE = 40;

  /** A sentence that opens so is boilerplate. */
  private static final Phrases OPENINGS =
      Phrases.of(
          """
          share this;share on;share or comment;share your;click here;click to;click for;click on
          read more;read also;read the full;read next;see also;scroll down;scroll over;follow us
          follow him on twitter;follow her on twitter;follow me on;like us;join us on;join the debate
          sign up;log in;subscribe to;subscribe now;e-mail to;e mail to;email to;email this
          print this;photo by;photo credit;photograph by;image credit;image source;picture by
          video by;copyright 19;copyright 20;posted by;posted at;written by;reported by
          reporting by;editing by;additional reporting;story continues;continue reading
          watch the video;watch video;watch more;hide caption;toggle caption;view gallery
          view comments;leave a comment;add a comment;post a comment;comments are closed
          terms of use;privacy policy;for more information on;for confidential support
          this material may not;the associated press contributed;reuters contributed
          opinions expressed in this;the opinions expressed in;the views expressed in
          opinions expressed by columnists;the opinions expressed by columnists;view more opinion
          photo illustration by;all images copyrighted;all images are copyrighted
          editor's note;editor’s note;sorry we are;by daily mail;also read;image caption;last updated at
          contact the writer;contact the author;email us;e-mail us;do you know more
          this story has been updated;this article has been updated;this story was updated
          this article was updated;this article was originally;this story was originally
          this article first appeared;this story first appeared;an earlier version of this
          this concludes our;office of the spokesperson;the following is attributable;media playback is;add interest;click through;scroll to;tap here
          editors' note;editors’ note;story highlights;just watched;replay more videos;must watch
          hello and welcome;welcome to our live;here's what we know;here’s what we know;here is what we know
          """);

  /** A sentence of at most {@link #LONGEST_NOTICE} words that holds one of these is boilerplate. */
  private static final Phrases NOTICES =
      Phrases.of(
          """
          contributed to this;rights reserved;to a friend;not be published broadcast;sign up for our
          click here;scroll down;our newsletter;getty images;press association contributed
          are solely those of;on twitter and;like us on facebook;follow us on
          contributed reporting from;all times local;welcome to our live;as an interest to stay;to stay up to date
          """);

  /** A sentence that opens with one of these and a colon is boilerplate. */
  private static final WordSet LABELS =
      WordSet.of(
          "published updated related photo photos video watch listen source sources tags topics contact q a"
              + " above below left right pictured image caption close advertisement question answer");

  private static final WordSet QUESTION = WordSet.of("q");

  private Boilerplate() {}

  /**
   * Whether the sentence must never be picked.
   *
   * @param words its {@link #words}
   */
  static boolean matches(SegmentedText text, int sentence, int words) {
    int begin = text.firstToken(sentence);
    int end = text.endToken(sentence);
    return words < FEWEST_WORDS
        || isLabelled(text, begin, end)
        || OPENINGS.matches(text, begin, end)
        || (words <= LONGEST_BYLINE && hasNoOrdinaryWord(text, begin, end))
        || (words <= LONGEST_NOTICE && holdsNotice(text, begin, end));
  }

  /** Tokens with a letter or digit. */
  static int words(SegmentedText text, int begin, int end) {
    int words = 0;
    for (int t = begin; t < end; t++) {
      words += text.term(t) == Terms.NONE ? 0 : 1;
    }
    return words;
  }

  private static boolean isLabelled(SegmentedText text, int begin, int end) {
    return end - begin > 1
        && isColon(text, begin + 1, text.term(begin))
        && LABELS.contains(text.term(begin));
  }

  /** An interview's "Q" may have a full stop. */
  private static boolean isColon(SegmentedText text, int token, long label) {
    char sign = text.text().charAt(text.tokenBegin(token));
    return sign == ':' || (sign == '.' && QUESTION.contains(label));
  }

  /** A byline, dateline or name: no word of four letters or more that begins in lower case. */
  private static boolean hasNoOrdinaryWord(SegmentedText text, int begin, int end) {
    for (int t = begin; t < end; t++) {
      int length = text.tokenEnd(t) - text.tokenBegin(t);
      if (length >= 4 && Character.isLowerCase(text.text().charAt(text.tokenBegin(t)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsNotice(SegmentedText text, int begin, int end) {
    for (int t = begin; t < end; t++) {
      if (NOTICES.matches(text, t, end)) {
        return true;
      }
    }
    return false;
  }
}
