package dev.broadsheet.segment;

import opennlp.tools.sentdetect.SDContextGenerator;

/**
 * The sentences that OpenNLP's SentenceDetectorME would give, by an {@link EndModel}. One thread at
 * a time.
 */
final class CompiledSentenceSplitter implements SentenceSplitter {

  private final EndModel model;
  private final SDContextGenerator features;
  private final MarkContext line = new MarkContext();

  CompiledSentenceSplitter(EndModel model) {
    this.model = model;
    this.features = model.features();
  }

  @Override
  public void split(String text, int begin, int end, Spans sentences) {
    line.load(text, begin, end);
    int from = 0;
    int afterEnd = 0;
    int following;
    for (int mark = nextMark(0); mark < line.length; mark = following) {
      following = nextMark(mark + 1);
      line.enterWord(mark);
      if (mark < from || isInsideWord(mark, following) || !isEnd(following)) {
        continue;
      }
      // A mark that begins the line, or follows one that ended a sentence, ends none of its own.
      if (mark != afterEnd) {
        int next = line.skipSpace(model.endsAtSpace() ? line.wordEnd : mark + 1);
        addTrimmed(begin, from, next, sentences);
        from = next;
      }
      afterEnd = mark + 1;
    }
    addTrimmed(begin, from, line.length, sentences);
  }

  /** Whether another mark follows in the same word, and no capital right after this one. */
  private boolean isInsideWord(int mark, int following) {
    return following < line.wordEnd && !Character.isUpperCase(line.text[mark + 1]);
  }

  private boolean isEnd(int following) {
    line.look(model, following);
    return model.isEnd(line, features);
  }

  private int nextMark(int from) {
    int at = from;
    while (at < line.length && !model.isMark(line.text[at])) {
      at++;
    }
    return at;
  }

  private void addTrimmed(int offset, int begin, int end, Spans sentences) {
    int from = line.skipSpace(begin);
    int to = end;
    while (to > from && line.isWhite(to - 1)) {
      to--;
    }
    if (from < to) {
      sentences.add(offset + from, offset + to);
    }
  }
}
