package dev.broadsheet.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void metricsAreInPrometheusTextFormat() {
    Metrics metrics =
        new Metrics(
            Map.of("changed", 2L, "added", 10L),
            Map.of("EMPTY_TEXT", 3L),
            1.5,
            Instant.ofEpochSecond(1_700_000_000));
    assertEquals(
        """
        # HELP broadsheet_articles Articles of the last run, by what became of them.
        # TYPE broadsheet_articles gauge
        broadsheet_articles{outcome="added"} 10
        broadsheet_articles{outcome="changed"} 2
        # HELP broadsheet_rejects Records rejected by the last run, by reason.
        # TYPE broadsheet_rejects gauge
        broadsheet_rejects{reason="EMPTY_TEXT"} 3
        # HELP broadsheet_run_seconds How long the last run took.
        # TYPE broadsheet_run_seconds gauge
        broadsheet_run_seconds 1.500
        # HELP broadsheet_last_success_timestamp_seconds When the last run was done.
        # TYPE broadsheet_last_success_timestamp_seconds gauge
        broadsheet_last_success_timestamp_seconds 1700000000
        """,
        metrics.text());
  }
}
