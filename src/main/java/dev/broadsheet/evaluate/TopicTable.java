package dev.broadsheet.evaluate;

import dev.broadsheet.topics.Reliability;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A {@link TopicReport} as a page of text. */
public final class TopicTable {

  private static final String TITLES =
      "%-34s %9s %9s %9s %9s %9s%n".formatted("", "documents", "precision", "recall", "F1", "AP");

  private final StringBuilder page = new StringBuilder();
  private final UnaryOperator<String> names;

  private TopicTable(UnaryOperator<String> names) {
    this.names = names;
  }

  /**
   * The page.
   *
   * @param names a topic's name, by its code
   */
  public static String of(TopicReport report, UnaryOperator<String> names) {
    TopicTable table = new TopicTable(names);
    table.scores(report);
    table.calibration(report);
    table.slices("by source", report.sources());
    table.slices("by length", report.lengths());
    table.confusions(report.confusions());
    return table.page.toString();
  }

  private void scores(TopicReport report) {
    print("%,d documents, %,d judgements%n", report.documents(), report.judgements());
    page.append(TITLES);
    for (TopicReport.Topic topic : report.topics()) {
      String name = names.apply(topic.code());
      row(name, topic.support(), topic.scores(), topic.averagePrecision());
    }
    row("all together (micro)", report.documents(), report.micro(), null);
    Interval micro = report.microF1Interval();
    Interval macro = report.macroF1Interval();
    print("micro-F1 %.3f [95 %%: %.3f, %.3f]%n", micro.mean(), micro.low(), micro.high());
    print("macro-F1 %.3f [95 %%: %.3f, %.3f]%n", macro.mean(), macro.low(), macro.high());
    print("macro average precision %s%n", number(report.macroAveragePrecision()));
  }

  private void row(
      String name, long documents, TopicReport.Scores scores, Double averagePrecision) {
    print(
        "%-34s %,9d %9.3f %9.3f %9.3f %9s%n",
        name,
        documents,
        scores.precision(),
        scores.recall(),
        scores.f1(),
        number(averagePrecision));
  }

  private void calibration(TopicReport report) {
    print(
        "%ncalibration: expected error %s, Brier %s%n",
        number(report.expectedCalibrationError()), number(report.brier()));
    print("%-12s %12s %9s %9s%n", "probability", "judgements", "said", "was");
    bins(report.reliability());
    print(
        "%nof topics given alone: expected error %s; accuracy among the judged topics, of documents"
            + " with one of them, %s%n",
        number(report.calibrationErrorOfGiven()), number(report.accuracyAmongTold()));
    bins(report.reliabilityOfGiven());
  }

  private void bins(List<Reliability.Bin> bins) {
    for (Reliability.Bin bin : bins) {
      String range = String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.from() + 0.1);
      print("%-12s %,12d %9.3f %9.3f%n", range, bin.decisions(), bin.said(), bin.was());
    }
  }

  private void slices(String title, List<TopicReport.Slice> slices) {
    print("%n%s; AP is the mean over topics%n", title);
    for (TopicReport.Slice slice : slices) {
      row(slice.name(), slice.documents(), slice.micro(), slice.macroAveragePrecision());
    }
  }

  private void confusions(List<Confusions.Confusion> confusions) {
    print("%nworst confusions: missed -> given in its place; the surest of them%n");
    for (Confusions.Confusion confusion : confusions) {
      print(
          "%,6d  %s -> %s: %s%n",
          confusion.documents(),
          name(confusion.missed()),
          name(confusion.given()),
          String.join(", ", confusion.ids()));
    }
  }

  private String name(String code) {
    return code == null ? "nothing" : names.apply(code);
  }

  private static String number(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private void print(String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values));
  }
}
