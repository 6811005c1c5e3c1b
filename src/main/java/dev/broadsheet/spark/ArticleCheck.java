package dev.broadsheet.spark;

import dev.broadsheet.article.SummaryNote;
import dev.broadsheet.clean.ContentHash;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.TextQuality;
import dev.broadsheet.summary.Story;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Checks an article's row against its contract. What another version of the pipeline found, such as
 * where sentences end, is not judged by this one's. One thread.
 */
final class ArticleCheck {

  private final String build;
  private final Segmenter segmenter = new Segmenter(Models.bundled().segmenter());
  private final Story story = new Story();
  private final Set<String> faults = new TreeSet<>();
  private Row row;
  private String text;
  private int length;

  /** Judges what the build made, and of other rows what holds for all. */
  ArticleCheck(String build) {
    this.build = build;
  }

  /**
   * What is wrong with a row that has no null where none may be.
   *
   * @param older columns that came after the row
   */
  List<String> faults(Row article, List<String> older) {
    row = article;
    text = row.getAs("text");
    length = text.codePointCount(0, text.length());
    faults.clear();
    values();
    topics();
    spans();
    summary();
    if (build.equals(row.getAs("pipeline_version"))) {
      byThisVersion(older);
    }
    return new ArrayList<>(faults);
  }

  private void values() {
    Double quality = row.getAs("text_quality");
    expect(!text.isBlank(), "the text is empty");
    expect(!row.<String>getAs("article_id").isBlank(), "article_id is empty");
    expect(isShare(row.getAs("language_confidence")), "language_confidence is not in [0, 1]");
    expect(quality == null || isShare(quality), "text_quality is not in [0, 1]");
    expect(isSha256(row.getAs("content_sha256")), "content_sha256 is no SHA-256 in hex");
  }

  private void topics() {
    List<Row> topics = list(row, "topics");
    Set<String> names =
        topics.stream().map(t -> t.<String>getAs("name")).collect(Collectors.toSet());
    String top = row.getAs("top_topic");
    expect(top == null ? topics.isEmpty() : names.contains(top), "top_topic is none of the topics");
    double before = 1;
    for (Row topic : topics) {
      double probability = topic.getAs("probability");
      expect(isShare(probability), "a topic's probability is not in [0, 1]");
      expect(probability <= before, "topics are not in order of their probability");
      before = probability;
    }
  }

  /** Whatever found them, they are parts of the text. */
  private void spans() {
    for (Row topic : list(row, "topics")) {
      list(topic, "evidence")
          .forEach(span -> expect(isInside(span), "evidence is outside the text"));
    }
    int last = 0;
    for (Row pick : list(row, "summary_sentences")) {
      boolean isNext = isInside(pick) && pick.<Integer>getAs("begin") >= last;
      expect(isNext, "summary sentences overlap, are out of order or outside the text");
      last = pick.getAs("end");
    }
  }

  private boolean isInside(Row span) {
    int begin = span.getAs("begin");
    int end = span.getAs("end");
    return begin >= 0 && end > begin && end <= length;
  }

  /** The summary must be its sentences, in order. */
  private void summary() {
    String sentences =
        list(row, "summary_sentences").stream()
            .filter(this::isInside)
            .map(pick -> substring(pick.getAs("begin"), pick.getAs("end")))
            .collect(Collectors.joining(" "));
    boolean isWhole = row.getAs("summary").equals(sentences);
    expect(isWhole, "the summary is not what its offsets give");
  }

  private String substring(int begin, int end) {
    int from = text.offsetByCodePoints(0, begin);
    return text.substring(from, text.offsetByCodePoints(from, end - begin));
  }

  private void byThisVersion(List<String> older) {
    expect(hasItsHash(), "content_sha256 is not that of title, text, date and tags");
    if (row.<Integer>getAs("sentence_count") != 0 || "en".equals(row.getAs("language"))) {
      segmented(segmenter.segment(text), older);
    } else {
      boolean isEmpty = list(row, "topics").isEmpty() && row.<String>getAs("summary").isEmpty();
      expect(isEmpty, "there are topics or a summary, but no sentences");
      expectNotes(List.of());
    }
  }

  /** Times finer than microseconds are cut when they are written, and cannot be hashed again. */
  private boolean hasItsHash() {
    Instant published = row.getAs("published");
    boolean isCut =
        published != null && !published.truncatedTo(ChronoUnit.MILLIS).equals(published);
    String hash =
        ContentHash.of(
            row.getAs("title"), text, published, row.getList(row.fieldIndex("source_tags")));
    return isCut || hash.equals(row.getAs("content_sha256"));
  }

  /** Every offset must be that of a whole sentence. */
  private void segmented(SegmentedText sentences, List<String> older) {
    Map<Integer, Integer> ends = new HashMap<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < sentences.sentenceCount(); i++) {
      ends.put(sentences.sentence(i).begin(), sentences.sentence(i).end());
      numbers.put(sentences.sentence(i).begin(), i);
    }
    expect(
        row.<Integer>getAs("sentence_count") == sentences.sentenceCount(),
        "sentence_count is wrong");
    expect(row.<Integer>getAs("token_count") == sentences.tokenCount(), "token_count is wrong");
    expect(
        older.contains("text_quality")
            || Objects.equals(row.getAs("text_quality"), TextQuality.of(sentences)),
        "text_quality is wrong");
    expectNotes(notes(sentences));
    for (Row topic : list(row, "topics")) {
      list(topic, "evidence")
          .forEach(span -> expect(isSentence(span, ends), "evidence is no whole sentence"));
    }
    for (Row pick : list(row, "summary_sentences")) {
      expect(isSentence(pick, ends), "a summary sentence is no whole sentence");
      expect(
          Objects.equals(numbers.get(pick.<Integer>getAs("begin")), pick.getAs("sentence")),
          "a summary sentence has another number in the text");
    }
  }

  private void expectNotes(List<String> notes) {
    int column = row.fieldIndex("summary_notes");
    boolean isRight = !row.isNullAt(column) && row.getList(column).equals(notes);
    expect(isRight, "summary_notes is wrong");
  }

  private List<String> notes(SegmentedText sentences) {
    story.read(segmenter.segment(row.getAs("title")), sentences);
    return story.notes().stream().map(SummaryNote::code).toList();
  }

  private static boolean isSentence(Row span, Map<Integer, Integer> ends) {
    return Objects.equals(ends.get(span.<Integer>getAs("begin")), span.getAs("end"));
  }

  private static List<Row> list(Row row, String column) {
    return row.getList(row.fieldIndex(column));
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static boolean isSha256(String value) {
    return value.length() == 64 && value.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
  }

  private void expect(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
