package dev.broadsheet.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A report beside an earlier one of the same documents. A score is clearly worse if it lies below
 * the earlier one's 95 % interval, and the earlier one above its own: on the same documents a
 * difference of that size is hardly chance.
 */
public final class Comparison {

  private final List<String> worse = new ArrayList<>();

  private Comparison() {}

  /**
   * The scores of topics that are clearly worse: micro-F1, macro-F1.
   *
   * @return a line each; empty if none is
   * @throws IllegalArgumentException if the reports are not of the same documents and labels
   */
  public static List<String> worse(TopicReport now, TopicReport before) {
    requireSame(now.documentsHash(), before.documentsHash());
    Comparison comparison = new Comparison();
    comparison.add("micro-F1", now.microF1Interval(), before.microF1Interval());
    comparison.add("macro-F1", now.macroF1Interval(), before.macroF1Interval());
    return comparison.worse;
  }

  /**
   * The scores of Broadsheet's summaries that are clearly worse: ROUGE-1, ROUGE-2, ROUGE-Lsum
   * without stemming, at each budget.
   *
   * @return a line each; empty if none is
   * @throws IllegalArgumentException if the reports are not of the same articles
   */
  public static List<String> worse(SummaryReport now, SummaryReport before) {
    requireSame(now.articlesHash(), before.articlesHash());
    Comparison comparison = new Comparison();
    for (SummaryReport.Row row : now.rows()) {
      before.rows().stream()
          .filter(other -> other.method().equals(row.method()) && isOurs(row))
          .forEach(other -> comparison.add(row, other));
    }
    return comparison.worse;
  }

  private static boolean isOurs(SummaryReport.Row row) {
    return row.method().startsWith(SummaryEvaluation.OURS);
  }

  private void add(SummaryReport.Row now, SummaryReport.Row before) {
    add(now.method() + ": ROUGE-1", now.rouge1(), before.rouge1());
    add(now.method() + ": ROUGE-2", now.rouge2(), before.rouge2());
    add(now.method() + ": ROUGE-Lsum", now.rougeLsum(), before.rougeLsum());
  }

  private void add(String score, Interval now, Interval before) {
    if (now.mean() < before.low() && before.mean() > now.high()) {
      worse.add(
          String.format(
              Locale.ROOT,
              "%s %.4f is clearly worse than %.4f [%.4f, %.4f]",
              score,
              now.mean(),
              before.mean(),
              before.low(),
              before.high()));
    }
  }

  private static void requireSame(String now, String before) {
    if (!Objects.equals(now, before)) {
      throw new IllegalArgumentException(
          "The baseline is a report on other documents or labels; evaluate the same ones.");
    }
  }
}
