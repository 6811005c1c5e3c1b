package dev.broadsheet.evaluate;

import java.util.List;
import java.util.Locale;

/**
 * How well summaries do on a set.
 *
 * @param set the file's name
 * @param articles how many it has
 * @param articlesHash of the articles and their human summaries
 * @param rows a method and budget each
 * @param problems how well the model tells the problems that readers found; null without readings
 */
public record SummaryReport(
    String set, int articles, String articlesHash, List<Row> rows, ProblemScores problems) {

  public SummaryReport {
    rows = List.copyOf(rows);
  }

  /**
   * One method's means over articles; ROUGE is F1 in [0, 1].
   *
   * @param words length of a summary; longer ones score higher
   * @param stem1 ROUGE-1 with Porter stems, and so on
   */
  public record Row(
      String method,
      double words,
      Interval rouge1,
      Interval rouge2,
      Interval rougeLsum,
      Interval stem1,
      Interval stem2,
      Interval stemLsum) {}

  /** A table for people: scores in percent. */
  public String text() {
    StringBuilder table = new StringBuilder();
    table.append(set).append(", ").append(articles).append(" articles\n");
    table.append(
        "method                   words  R-1 [95 %]             R-2    R-L    stemmed R-1 R-2 R-L\n");
    for (Row row : rows) {
      table.append(line(row));
    }
    return table.append(problems == null ? "" : problems.text()).toString();
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "%-23s %6.1f  %5.2f [%5.2f, %5.2f]  %5.2f  %5.2f   %5.2f %5.2f %5.2f%n",
        row.method,
        row.words,
        100 * row.rouge1.mean(),
        100 * row.rouge1.low(),
        100 * row.rouge1.high(),
        100 * row.rouge2.mean(),
        100 * row.rougeLsum.mean(),
        100 * row.stem1.mean(),
        100 * row.stem2.mean(),
        100 * row.stemLsum.mean());
  }
}
