package dev.broadsheet.report;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Evidence;
import dev.broadsheet.article.Summary;
import dev.broadsheet.article.SummaryNote;
import dev.broadsheet.article.TopicScore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One article's findings, for a person to read. */
public final class Explanation {

  /** More than a reader takes in. */
  private static final int MOST_TOPICS = 8;

  private Explanation() {}

  /** Lines of plain text, each ended by a line feed. */
  public static String of(Enriched enriched) {
    Article article = enriched.article();
    StringBuilder out = new StringBuilder();
    row(out, "title", article.title().isEmpty() ? "(none)" : article.title());
    row(out, "date", article.published() == null ? "(none)" : article.published().toString());
    row(out, "language", enriched.language() + share(enriched.languageConfidence()));
    row(out, "tags", article.tags().isEmpty() ? "(none)" : String.join(", ", article.tags()));
    row(
        out,
        "length",
        enriched.sentenceCount() + " sentences, " + enriched.tokenCount() + " tokens");
    if (enriched.textQuality() != null) {
      row(out, "quality", String.format(Locale.ROOT, "%.2f", enriched.textQuality()));
    }
    addTopics(out, enriched);
    addSummary(out, enriched.summary());
    return out.toString();
  }

  private static void addTopics(StringBuilder out, Enriched enriched) {
    row(out, "top topic", enriched.topTopic() == null ? "(none)" : enriched.topTopic());
    out.append("\ntopics, and what speaks for them (added to the log-odds)\n");
    enriched.topics().stream().limit(MOST_TOPICS).forEach(topic -> addTopic(out, topic, enriched));
    int more = enriched.topics().size() - MOST_TOPICS;
    if (more > 0) {
      out.append(String.format(Locale.ROOT, "  and %d more, less probable\n", more));
    }
  }

  private static void addTopic(StringBuilder out, TopicScore topic, Enriched enriched) {
    out.append(
        String.format(
            Locale.ROOT, "  %.2f  %s  %s\n", topic.probability(), topic.name(), topic.code()));
    for (Evidence evidence : topic.evidence()) {
      String sentence = slice(enriched.article().text(), evidence.begin(), evidence.end());
      out.append(
          String.format(Locale.ROOT, "        %+.2f  %s\n", evidence.contribution(), sentence));
    }
  }

  private static void addSummary(StringBuilder out, Summary summary) {
    out.append("\nsummary, with the numbers of its sentences\n");
    if (!summary.notes().isEmpty()) {
      out.append("  no good one: ").append(codes(summary.notes())).append('\n');
    }
    int from = 0;
    for (Summary.Pick pick : summary.sentences()) {
      int length = pick.end() - pick.begin();
      int to = summary.text().offsetByCodePoints(from, length);
      out.append(
          String.format(
              Locale.ROOT, "  %3d  %s\n", pick.sentence() + 1, summary.text().substring(from, to)));
      from = Math.min(summary.text().length(), to + 1);
    }
  }

  private static String codes(List<SummaryNote> notes) {
    return notes.stream().map(SummaryNote::code).collect(Collectors.joining(", "));
  }

  private static String slice(String text, int begin, int end) {
    int from = text.offsetByCodePoints(0, begin);
    return text.substring(from, text.offsetByCodePoints(from, end - begin));
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, " (%.2f)", value);
  }

  private static void row(StringBuilder out, String name, String value) {
    out.append(String.format(Locale.ROOT, "%-10s %s\n", name, value));
  }
}
