package dev.broadsheet.spark;

import dev.broadsheet.article.RejectReason;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.Version;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.TextQuality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Checks rows of an output against their contract. Knows no session; one thread. */
public final class RowCheck {

  private static final Set<String> REASONS =
      Stream.of(RejectReason.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  private final Segmenter segmenter = new Segmenter(Models.bundled().segmenter());
  private final List<String> failures = new ArrayList<>();
  private Row row;

  private RowCheck() {}

  /** The failures of rows of {@code articles/}, as sentences that name the article. */
  public static Iterator<String> articles(Iterator<Row> rows) {
    RowCheck check = new RowCheck();
    return flatMap(rows, check::article);
  }

  /** The failures of rows of {@code rejects/}, as sentences that name the source. */
  public static Iterator<String> rejects(Iterator<Row> rows) {
    return flatMap(rows, RowCheck::reject);
  }

  private static Iterator<String> flatMap(
      Iterator<Row> rows, java.util.function.Function<Row, List<String>> check) {
    Iterable<Row> iterable = () -> rows;
    return java.util.stream.StreamSupport.stream(iterable.spliterator(), false)
        .flatMap(row -> check.apply(row).stream())
        .iterator();
  }

  /** The failures of one row of {@code rejects/}. */
  static List<String> reject(Row row) {
    List<String> failures = new ArrayList<>();
    String source = row.getAs("source_uri");
    if (!REASONS.contains(row.<String>getAs("reason"))) {
      failures.add(source + ": '" + row.getAs("reason") + "' is no reason for a reject");
    }
    if (row.<String>getAs("detail").isBlank()) {
      failures.add(source + ": the detail is empty");
    }
    return failures;
  }

  /** The failures of one row of {@code articles/}. */
  private List<String> article(Row article) {
    row = article;
    failures.clear();
    String text = row.getAs("text");
    expect(!text.isBlank(), "the text is empty");
    expect(isShare(row.getAs("language_confidence")), "language_confidence is not in [0, 1]");
    Double quality = row.getAs("text_quality");
    expect(quality == null || isShare(quality), "text_quality is not in [0, 1]");
    expect(isSha256(row.getAs("content_sha256")), "content_sha256 is no SHA-256 in hex");
    topics();
    boolean isOurs = Version.CODE.equals(row.getAs("pipeline_version"));
    boolean isSegmented = row.<Integer>getAs("sentence_count") > 0;
    if (isSegmented && isOurs) {
      offsets(segmenter.segment(text));
    }
    summary(text);
    return failures;
  }

  private void topics() {
    List<Row> topics = row.getList(row.fieldIndex("topics"));
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

  /** Every offset must be that of a whole sentence. */
  private void offsets(SegmentedText text) {
    Map<Integer, Integer> ends = new HashMap<>();
    for (int i = 0; i < text.sentenceCount(); i++) {
      ends.put(text.sentence(i).begin(), text.sentence(i).end());
    }
    expect(row.<Integer>getAs("sentence_count") == text.sentenceCount(), "sentence_count is wrong");
    expect(row.<Integer>getAs("token_count") == text.tokenCount(), "token_count is wrong");
    expect(
        Objects.equals(row.getAs("text_quality"), TextQuality.of(text)), "text_quality is wrong");
    for (Row topic : row.<Row>getList(row.fieldIndex("topics"))) {
      for (Row evidence : topic.<Row>getList(topic.fieldIndex("evidence"))) {
        expectSentence(ends, evidence, "evidence of " + topic.getAs("name"));
      }
    }
    for (Row pick : row.<Row>getList(row.fieldIndex("summary_sentences"))) {
      expectSentence(ends, pick, "summary sentence " + pick.getAs("sentence"));
      int sentence = pick.getAs("sentence");
      expect(
          text.sentence(sentence).begin() == pick.<Integer>getAs("begin"),
          "summary sentence " + sentence + " has another number in the text");
    }
  }

  private void expectSentence(Map<Integer, Integer> ends, Row span, String what) {
    Integer end = ends.get(span.<Integer>getAs("begin"));
    expect(end != null && end.equals(span.<Integer>getAs("end")), what + " is no whole sentence");
  }

  /** The summary must be its sentences, in order. */
  private void summary(String text) {
    List<String> sentences = new ArrayList<>();
    int last = 0;
    for (Row pick : row.<Row>getList(row.fieldIndex("summary_sentences"))) {
      int begin = pick.getAs("begin");
      int end = pick.getAs("end");
      boolean isInside =
          begin >= last && end > begin && end <= text.codePointCount(0, text.length());
      expect(isInside, "summary sentences overlap, are out of order or outside the text");
      sentences.add(isInside ? substring(text, begin, end) : "");
      last = end;
    }
    expect(
        row.getAs("summary").equals(String.join(" ", sentences)),
        "the summary is not what its offsets give");
  }

  private static String substring(String text, int begin, int end) {
    int from = text.offsetByCodePoints(0, begin);
    return text.substring(from, text.offsetByCodePoints(from, end - begin));
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static boolean isSha256(String value) {
    return value.length() == 64 && value.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
  }

  private void expect(boolean holds, String failure) {
    if (!holds) {
      failures.add("article " + row.getAs("article_id") + ": " + failure);
    }
  }
}
