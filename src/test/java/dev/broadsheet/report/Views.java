package dev.broadsheet.report;

import dev.broadsheet.report.ArchiveView.ArticleCard;
import dev.broadsheet.report.ArchiveView.Count;
import dev.broadsheet.report.ArchiveView.Given;
import dev.broadsheet.report.ArchiveView.Lengths;
import dev.broadsheet.report.ArchiveView.Passage;
import dev.broadsheet.report.ArchiveView.Reject;
import dev.broadsheet.report.ArchiveView.Timeline;
import dev.broadsheet.report.ArchiveView.Topic;
import dev.broadsheet.report.ArchiveView.Totals;
import java.util.List;
import java.util.Map;

/** Views of small archives, to write pages of. */
final class Views {

  /** Sets {@code hacked} on the page's window, should any of it ever run. */
  static final String HOSTILE =
      "<img src=x onerror=hacked=1></script><script>hacked=1</script><!--<script>\u2028\u2029 & \"it\"";

  private Views() {}

  /** Four articles of three days; all texts are hostile where they can be. */
  static ArchiveView hostile() {
    return new ArchiveView(
        HOSTILE,
        "2026-01-31T12:00:00Z",
        new Totals(4, 3, 1, 2, 3, 400, "2026-01-01", "2026-01-03"),
        List.of(
            new Topic("t:1", "politics", -1, 3, 1, bins(3)),
            new Topic("t:2", HOSTILE, 0, 2, 1, bins(2)),
            new Topic("t:3", "sport", -1, 1, 0, bins(1)),
            new Topic("", "", -1, 1, 0, bins(0))),
        new Timeline(
            "day",
            "2026-01-01",
            new int[] {2, 0, 1},
            new int[][] {{2, 0, 0}, {1, 0, 0}, {0, 0, 1}, {0, 0, 0}}),
        List.of(new int[] {0, 1, 2}, new int[] {0, 2, 1}),
        List.of(new Count("en", 3), new Count("fr", 1)),
        bins(4),
        new Lengths(
            new int[] {0, 50, 100},
            new long[] {1, 2, 1},
            new int[] {10, 60, 120},
            new int[] {1, 4, 9}),
        List.of(new Reject("EMPTY_TEXT", 2, List.of(new Reject.Example(HOSTILE, HOSTILE)))),
        List.of(run("b", 5, 1), run("a", 4, 3)),
        List.of(
            card("Goal in the last minute", "https://news.example/goal", "2026-01-03", 2),
            card(HOSTILE, "javascript:hacked=1", "2026-01-01", 0, 1),
            card("Parliament sits", null, "2026-01-01", 0),
            card("Undated vote", null, null, 0, 1)));
  }

  /** An output without any article. */
  static ArchiveView empty() {
    return new ArchiveView(
        "empty",
        "2026-01-31T12:00:00Z",
        new Totals(0, 0, 0, 0, 0, 0, null, null),
        List.of(),
        new Timeline("day", null, new int[0], new int[0][0]),
        List.of(),
        List.of(),
        bins(0),
        new Lengths(new int[] {0, 50, 100}, new long[3], new int[0], new int[0]),
        List.of(),
        List.of(run("a", 0, 0)),
        List.of());
  }

  private static int[] bins(int articles) {
    int[] bins = new int[ArchiveView.BINS];
    bins[ArchiveView.BINS - 1] = articles;
    return bins;
  }

  private static ArticleCard card(String title, String url, String date, int... topics) {
    List<Given> given =
        java.util.Arrays.stream(topics)
            .mapToObj(t -> new Given(t, .9, List.of(new double[] {1, 1.5})))
            .toList();
    List<Passage> passages =
        List.of(new Passage("First of " + title + ".", true), new Passage("It speaks.", true));
    return new ArticleCard(title, url, date, "file:/in/" + HOSTILE, given, passages);
  }

  private static RunReport run(String id, long read, long articles) {
    return new RunReport(
        id,
        "2026-01-31T11:00:00Z",
        "2026-01-31T11:01:00Z",
        "0.1.0",
        "model@" + id,
        "vocabulary",
        "fingerprint",
        "4.1",
        "17",
        Map.of("map", HOSTILE),
        new RunReport.Input(1, 1000),
        new RunReport.Counts(
            read, articles, 0, 0, 1, 0, Map.of("EMPTY_TEXT", 1L), Map.of(), Map.of()),
        Map.of("read", 1.5),
        new RunReport.Throughput(2, articles / 2.0, .1));
  }
}
