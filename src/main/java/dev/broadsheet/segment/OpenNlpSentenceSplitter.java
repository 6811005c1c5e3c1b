package dev.broadsheet.segment;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/** OpenNLP's own detector: for models that do not compile, and the measure of those that do. */
final class OpenNlpSentenceSplitter implements SentenceSplitter {

  private final SentenceDetectorME detector;

  OpenNlpSentenceSplitter(SentenceModel model) {
    this.detector = new SentenceDetectorME(model);
  }

  @Override
  public void split(String text, int begin, int end, Spans sentences) {
    for (Span span : detector.sentPosDetect(text.substring(begin, end))) {
      sentences.add(begin + span.getStart(), begin + span.getEnd());
    }
  }
}
