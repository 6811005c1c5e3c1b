package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.broadsheet.report.ArchiveView.Timeline;
import dev.broadsheet.report.ArchiveView.Totals;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts articles and their topics over time. */
final class TimelineQuery {

  /** Eleven years by day, three centuries by month. */
  private static final int MOST_PERIODS = 4000;

  private final LocalDate first;
  private final LocalDate last;
  private final ChronoUnit unit;
  private final String name;

  private TimelineQuery(LocalDate first, LocalDate last) {
    this.unit = unit(first, last);
    this.name = unit.name().substring(0, unit.name().length() - 1).toLowerCase(Locale.ROOT);
    this.first = begin(first);
    this.last = begin(last);
  }

  static Timeline of(Dataset<Row> articles, Totals totals, TopicTable topics) {
    if (totals.first() == null) {
      return new Timeline("day", null, new int[0], new int[topics.shown().size()][0]);
    }
    TimelineQuery query =
        new TimelineQuery(LocalDate.parse(totals.first()), LocalDate.parse(totals.last()));
    return query.run(articles.where(col("published").isNotNull()), topics);
  }

  private static ChronoUnit unit(LocalDate first, LocalDate last) {
    if (ChronoUnit.DAYS.between(first, last) < MOST_PERIODS) {
      return ChronoUnit.DAYS;
    }
    boolean fits = ChronoUnit.MONTHS.between(first, last) < MOST_PERIODS;
    return fits ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
  }

  private LocalDate begin(LocalDate date) {
    return switch (unit) {
      case MONTHS -> date.withDayOfMonth(1);
      case YEARS -> date.withDayOfYear(1);
      default -> date;
    };
  }

  private Timeline run(Dataset<Row> articles, TopicTable topics) {
    int[] volume = new int[period(last) + 1];
    for (Row row : articles.groupBy(expr(begin()).as("begin")).count().collectAsList()) {
      volume[period(row.getAs(0))] = Math.toIntExact(row.getLong(1));
    }
    return new Timeline(name, first.toString(), volume, byTopic(articles, topics, volume.length));
  }

  private int[][] byTopic(Dataset<Row> articles, TopicTable topics, int periods) {
    int[][] counts = new int[topics.shown().size()][periods];
    Dataset<Row> rows =
        TopicTable.exploded(articles, col("code"), expr(begin()).as("begin"))
            .where(col("code").isin(topics.codes()))
            .groupBy("code", "begin")
            .count();
    for (Row row : rows.collectAsList()) {
      int articlesOfTopic = Math.toIntExact(row.getLong(2));
      counts[topics.place(row.getString(0))][period(row.getAs(1))] = articlesOfTopic;
    }
    return counts;
  }

  private String begin() {
    return "cast(date_trunc('" + name + "', published) AS date)";
  }

  private int period(LocalDate begin) {
    return (int) unit.between(first, begin);
  }
}
