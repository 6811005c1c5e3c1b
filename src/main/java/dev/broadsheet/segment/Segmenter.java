package dev.broadsheet.segment;

import dev.broadsheet.clean.Dateline;
import java.util.Arrays;

/**
 * Cuts texts into sentences and tokens as OpenNLP does, but where {@link Boundaries} knows better.
 * Holds buffers: one thread at a time.
 *
 * <p>A line break always ends a sentence, so that a headline or list item without a full stop stays
 * by itself; the stop of an abbreviation such as "Gen." or "U.S." does not. A {@link Dateline} is
 * part of no sentence, and a speaker's label one by itself.
 */
public final class Segmenter {

  private final SentenceSplitter splitter;
  private final Tokenizer tokenizer;

  private final Spans line = new Spans(16);
  private final Spans pieces = new Spans(16);
  private final Spans sentences = new Spans(64);
  private final Tokens tokens = new Tokens(1024);
  private int[] firstTokens = new int[64];
  private boolean isCased;

  public Segmenter(SegmenterModels models) {
    this.splitter = models.splitter();
    this.tokenizer = models.tokenizer();
  }

  /** Sentences and tokens of the text; a text without any is empty, never null. */
  public SegmentedText segment(String text) {
    sentences.clear();
    tokens.clear();
    isCased = Boundaries.isCased(text);
    for (int begin = 0; begin < text.length(); ) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      addLine(text, afterLabel(text, Dateline.end(text, begin, end), end), end);
      begin = end + 1;
    }
    return result(text);
  }

  /** Adds the label of a speaker as a sentence if there is one; where the line goes on. */
  private int afterLabel(String text, int begin, int end) {
    int label = Labels.end(text, begin, end);
    if (label < 0) {
      return begin;
    }
    addSentence(text, begin, label);
    return Boundaries.skipSpace(text, label, end);
  }

  private void addLine(String text, int begin, int end) {
    line.clear();
    pieces.clear();
    splitter.split(text, begin, end, line);
    for (int i = 0; i < line.count(); i++) {
      addPieces(text, line.begin(i), line.end(i));
    }
    for (int i = 0; i < pieces.count(); ) {
      int first = i++;
      while (i < pieces.count() && goesOn(text, i - 1)) {
        i++;
      }
      addSentence(text, pieces.begin(first), pieces.end(i - 1));
    }
  }

  /** Cuts what the model took for one sentence where it missed an end. */
  private void addPieces(String text, int begin, int end) {
    int from = begin;
    for (int cut = Boundaries.missed(text, begin, end); cut >= 0; ) {
      pieces.add(from, cut);
      from = Boundaries.skipSpace(text, cut, end);
      cut = Boundaries.missed(text, from, end);
    }
    pieces.add(from, end);
  }

  private boolean goesOn(String text, int piece) {
    return Boundaries.join(
        text,
        isCased,
        pieces.begin(piece),
        pieces.end(piece),
        pieces.begin(piece + 1),
        pieces.end(piece + 1));
  }

  private void addSentence(String text, int begin, int end) {
    if (sentences.count() == firstTokens.length) {
      firstTokens = Arrays.copyOf(firstTokens, 2 * firstTokens.length);
    }
    firstTokens[sentences.count()] = tokens.count();
    sentences.add(begin, end);
    tokenizer.tokenize(text, begin, end, tokens);
  }

  private SegmentedText result(String text) {
    int[] firsts = Arrays.copyOf(firstTokens, sentences.count() + 1);
    firsts[sentences.count()] = tokens.count();
    return new SegmentedText(
        text,
        sentences.begins(),
        sentences.ends(),
        firsts,
        tokens.places().begins(),
        tokens.places().ends(),
        tokens.terms(),
        tokens.kinds());
  }
}
