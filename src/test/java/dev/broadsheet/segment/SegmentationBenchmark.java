package dev.broadsheet.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/** How much faster the compiled models are than OpenNLP's classes, on real articles, one core. */
final class SegmentationBenchmark {

  private record Part(String text, int begin, int end) {}

  private final List<Part> lines = new ArrayList<>();
  private final List<Part> sentences = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Spans spans = new Spans(64);

  private SegmentationBenchmark() {}

  public static void main(String[] args) throws IOException {
    SentenceModel sentences = SegmenterModels.sentences();
    TokenizerModel tokens = SegmenterModels.tokens();
    SegmentationBenchmark benchmark = new SegmentationBenchmark();
    SentenceSplitter splitter = new CompiledSentenceSplitter(new EndModel(sentences));
    RealTexts.forEach(40, text -> benchmark.add(text, splitter));
    benchmark.compareSplitters(splitter, new OpenNlpSentenceSplitter(sentences));
    benchmark.compareTokenizers(
        new CompiledTokenizer(new SplitModel(tokens)), new OpenNlpTokenizer(tokens));
    benchmark.timeSegmenter(new Segmenter(new SegmenterModels(sentences, tokens)));
  }

  private void add(String text, SentenceSplitter splitter) {
    if (text.length() < 500) {
      return;
    }
    texts.add(text);
    for (int begin = 0; begin < text.length(); ) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      lines.add(new Part(text, begin, end));
      spans.clear();
      splitter.split(text, begin, end, spans);
      for (int i = 0; i < spans.count(); i++) {
        sentences.add(new Part(text, spans.begin(i), spans.end(i)));
      }
      begin = end + 1;
    }
  }

  private void compareSplitters(SentenceSplitter compiled, SentenceSplitter openNlp) {
    new Interleaved()
        .add("SentenceDetectorME", () -> split(openNlp))
        .add("compiled sentences", () -> split(compiled))
        .run(7, units(lines));
  }

  private void compareTokenizers(Tokenizer compiled, Tokenizer openNlp) {
    new Interleaved()
        .add("TokenizerME", () -> tokenize(openNlp))
        .add("compiled tokens", () -> tokenize(compiled))
        .run(7, units(sentences));
  }

  private void timeSegmenter(Segmenter segmenter) {
    new Interleaved()
        .add(
            "Segmenter",
            () -> texts.stream().mapToInt(t -> segmenter.segment(t).tokenCount()).sum())
        .run(7, texts.stream().mapToInt(String::length).sum());
  }

  private int split(SentenceSplitter splitter) {
    spans.clear();
    lines.forEach(line -> splitter.split(line.text, line.begin, line.end, spans));
    return spans.count();
  }

  private int tokenize(Tokenizer tokenizer) {
    spans.clear();
    sentences.forEach(part -> tokenizer.tokenize(part.text, part.begin, part.end, spans));
    return spans.count();
  }

  private static long units(List<Part> parts) {
    return parts.stream().mapToLong(part -> part.end - part.begin).sum();
  }
}
