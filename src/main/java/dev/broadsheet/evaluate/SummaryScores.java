package dev.broadsheet.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The scores of one method, article by article. One thread. */
final class SummaryScores {

  private final List<Article> articles = new ArrayList<>();

  private record Article(Rouge.Scores plain, Rouge.Scores stemmed, int words) {}

  void add(Rouge.Scores plain, Rouge.Scores stemmed, int words) {
    articles.add(new Article(plain, stemmed, words));
  }

  SummaryReport.Row row(String method) {
    return new SummaryReport.Row(
        method,
        interval(a -> a.words).mean(),
        interval(a -> a.plain.rouge1().f()),
        interval(a -> a.plain.rouge2().f()),
        interval(a -> a.plain.lSum().f()),
        interval(a -> a.stemmed.rouge1().f()),
        interval(a -> a.stemmed.rouge2().f()),
        interval(a -> a.stemmed.lSum().f()));
  }

  private Interval interval(ToDoubleFunction<Article> value) {
    return Interval.of(articles.stream().mapToDouble(value).toArray());
  }
}
