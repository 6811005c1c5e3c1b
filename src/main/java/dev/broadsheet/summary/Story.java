package dev.broadsheet.summary;

import dev.broadsheet.article.SummaryNote;
import dev.broadsheet.segment.SegmentedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Which sentences of an article are the story's, and why there may be no good summary of them. One
 * article at a time, one thread.
 */
public final class Story {

  /** A story of so many sentences is a summary already. */
  private static final int SHORT = 3;

  /** Sentences at either end that may say whose opinion a text is. */
  private static final int ENDS = 4;

  private static final Phrases LIVE =
      Phrases.of("live updates;live blog;live coverage;as it happened;happening now;live report");

  /** A title that opens so. */
  private static final WordSet COLUMNS =
      WordSet.of("opinion op-ed commentary editorial column viewpoint oped");

  private static final Phrases OPINIONS =
      Phrases.of(
          """
          opinions expressed in;opinions expressed by columnists;opinions expressed are;views expressed in
          views expressed are;is an opinion columnist;opinion columnist;op-ed contributor;is a columnist
          more opinion articles;expressed in this commentary
          """);

  private final PageFurniture furniture = new PageFurniture();
  private final Transcript transcript = new Transcript();
  private final Listing listing = new Listing();
  private SegmentedText title;
  private SegmentedText body;
  private boolean[] barred = new boolean[64];
  private int size;

  /** Takes an article in. */
  public void read(SegmentedText articleTitle, SegmentedText articleBody) {
    read(
        articleTitle,
        articleBody,
        i -> Boilerplate.words(articleBody, articleBody.firstToken(i), articleBody.endToken(i)));
  }

  /**
   * The same.
   *
   * @param words of a sentence, as {@link Boilerplate#words} counts them
   */
  void read(SegmentedText articleTitle, SegmentedText articleBody, IntUnaryOperator words) {
    title = articleTitle;
    body = articleBody;
    int n = body.sentenceCount();
    barred = barred.length < n ? new boolean[2 * n] : barred;
    furniture.read(body);
    transcript.read(body);
    listing.read(title, body);
    bar(words, true);
    if (size == 0) {
      bar(words, false);
    }
  }

  /** Bars what is not the story's; if nothing is left so, what is the page's only. */
  private void bar(IntUnaryOperator words, boolean isByKind) {
    size = 0;
    for (int i = 0; i < body.sentenceCount(); i++) {
      boolean isBeside = isByKind && (transcript.bars(i) || listing.bars(i));
      barred[i] = isBeside || furniture.matches(i, words.applyAsInt(i));
      size += barred[i] ? 0 : 1;
    }
  }

  /** Whether a sentence is not the story's. */
  boolean isBarred(int sentence) {
    return barred[sentence];
  }

  /** By sentence, whether it is not the story's. Valid until the next article. */
  boolean[] barred() {
    return barred;
  }

  /** Whether a sentence asks or announces, so that it wants another after it. */
  boolean opens(int sentence) {
    return furniture.opens(sentence);
  }

  /** What a reader of the summary should know of the text; mostly nothing. */
  public List<SummaryNote> notes() {
    List<SummaryNote> notes = new ArrayList<>();
    add(notes, SummaryNote.TRANSCRIPT, transcript.isOne());
    add(
        notes,
        SummaryNote.LIVE_BLOG,
        listing.isLiveBlog() || holds(title, 0, title.tokenCount(), LIVE));
    add(notes, SummaryNote.LIST, listing.isOne());
    add(notes, SummaryNote.OPINION, isOpinion());
    add(notes, SummaryNote.TOO_SHORT, notes.isEmpty() && size > 0 && size <= SHORT);
    add(notes, SummaryNote.NO_STORY, size == 0);
    return notes;
  }

  private static void add(List<SummaryNote> notes, SummaryNote note, boolean holds) {
    if (holds) {
      notes.add(note);
    }
  }

  private boolean isOpinion() {
    if (title.tokenCount() > 1 && COLUMNS.contains(title.term(0)) && isSign(title, 1)) {
      return true;
    }
    int last = body.sentenceCount() - ENDS;
    for (int i = 0; i < body.sentenceCount(); i = i == ENDS - 1 ? Math.max(last, ENDS) : i + 1) {
      if (holds(body, body.firstToken(i), body.endToken(i), OPINIONS)) {
        return true;
      }
    }
    return false;
  }

  /** A colon or a bar, as in "Opinion: Keep the ferry". */
  private static boolean isSign(SegmentedText text, int token) {
    char sign = text.text().charAt(text.tokenBegin(token));
    return sign == ':' || sign == '|';
  }

  private static boolean holds(SegmentedText text, int begin, int end, Phrases phrases) {
    for (int t = begin; t < end; t++) {
      if (phrases.matches(text, t, end)) {
        return true;
      }
    }
    return false;
  }
}
