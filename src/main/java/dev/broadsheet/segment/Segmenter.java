package dev.broadsheet.segment;

import java.util.Arrays;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.util.Span;

/**
 * Cuts texts into sentences and tokens by OpenNLP. Holds buffers: one thread at a time.
 *
 * <p>A line break always ends a sentence, so that a headline or list item without a full stop stays
 * by itself; the stop of an abbreviation such as "Gen." or "U.S." does not.
 */
public final class Segmenter {

  private final SentenceDetectorME sentences;
  private final TokenizerME tokenizer;

  private int[] sentenceBegins = new int[64];
  private int[] sentenceEnds = new int[64];
  private int[] firstTokens = new int[64];
  private int[] tokenBegins = new int[1024];
  private int[] tokenEnds = new int[1024];
  private int sentenceCount;
  private int tokenCount;

  public Segmenter(SegmenterModels models) {
    this.sentences = new SentenceDetectorME(models.sentences());
    this.tokenizer = new TokenizerME(models.tokens());
  }

  /** Sentences and tokens of the text; a text without any is empty, never null. */
  public SegmentedText segment(String text) {
    sentenceCount = 0;
    tokenCount = 0;
    for (int begin = 0; begin < text.length(); ) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      addLine(text, begin, end);
      begin = end + 1;
    }
    return result(text);
  }

  private void addLine(String text, int begin, int end) {
    if (begin == end) {
      return;
    }
    Span[] spans = sentences.sentPosDetect(text.substring(begin, end));
    for (int i = 0; i < spans.length; ) {
      int first = i++;
      while (i < spans.length && goesOn(text, begin, spans[i - 1], spans[i])) {
        i++;
      }
      addSentence(text, begin + spans[first].getStart(), begin + spans[i - 1].getEnd());
    }
  }

  private static boolean goesOn(String text, int line, Span sentence, Span next) {
    return Abbreviations.join(
        text,
        line + sentence.getStart(),
        line + sentence.getEnd(),
        line + next.getStart(),
        line + next.getEnd());
  }

  private void addSentence(String text, int begin, int end) {
    if (sentenceCount == sentenceBegins.length) {
      growSentences();
    }
    sentenceBegins[sentenceCount] = begin;
    sentenceEnds[sentenceCount] = end;
    firstTokens[sentenceCount++] = tokenCount;
    for (Span span : tokenizer.tokenizePos(text.substring(begin, end))) {
      addToken(begin + span.getStart(), begin + span.getEnd());
    }
  }

  private void addToken(int begin, int end) {
    if (tokenCount == tokenBegins.length) {
      tokenBegins = Arrays.copyOf(tokenBegins, tokenCount * 2);
      tokenEnds = Arrays.copyOf(tokenEnds, tokenCount * 2);
    }
    tokenBegins[tokenCount] = begin;
    tokenEnds[tokenCount++] = end;
  }

  private void growSentences() {
    sentenceBegins = Arrays.copyOf(sentenceBegins, sentenceCount * 2);
    sentenceEnds = Arrays.copyOf(sentenceEnds, sentenceCount * 2);
    firstTokens = Arrays.copyOf(firstTokens, sentenceCount * 2);
  }

  private SegmentedText result(String text) {
    long[] terms = new long[tokenCount];
    boolean[] stopWords = new boolean[tokenCount];
    for (int i = 0; i < tokenCount; i++) {
      terms[i] = Terms.of(text, tokenBegins[i], tokenEnds[i]);
      stopWords[i] = StopWords.contains(terms[i]);
    }
    int[] firsts = Arrays.copyOf(firstTokens, sentenceCount + 1);
    firsts[sentenceCount] = tokenCount;
    return new SegmentedText(
        text,
        Arrays.copyOf(sentenceBegins, sentenceCount),
        Arrays.copyOf(sentenceEnds, sentenceCount),
        firsts,
        Arrays.copyOf(tokenBegins, tokenCount),
        Arrays.copyOf(tokenEnds, tokenCount),
        terms,
        stopWords);
  }
}
