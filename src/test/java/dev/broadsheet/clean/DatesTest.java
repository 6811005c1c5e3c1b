package dev.broadsheet.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.broadsheet.article.Article.DateNote;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-04-14 | 2021-04-14T00:00:00Z",
        "2021/04/14 | 2021-04-14T00:00:00Z",
        "20210414 | 2021-04-14T00:00:00Z",
        "20210414T150220Z | 2021-04-14T15:02:20Z",
        "20210414150220 | 2021-04-14T15:02:20Z",
        "2021-04-14T15:02Z | 2021-04-14T15:02:00Z",
        "2021-04-14T15:02:20 | 2021-04-14T15:02:20Z",
        "2021-04-14 15:02:20 | 2021-04-14T15:02:20Z",
        "2021-04-14 15:02:20.123 UTC | 2021-04-14T15:02:20.123Z",
        "2021-04-14T15:02:20.123456789+02:00 | 2021-04-14T13:02:20.123456789Z",
        "2021-04-14t15:02:20-0430 | 2021-04-14T19:32:20Z",
        "2021-04-14T15:02:20+02:00[Europe/Paris] | 2021-04-14T13:02:20Z",
        "Wed, 14 Apr 2021 15:02:20 GMT | 2021-04-14T15:02:20Z",
        "Wed, 14 Apr 2021 15:02:20 +0200 | 2021-04-14T13:02:20Z",
        "14 Apr 21 15:02 EST | 2021-04-14T20:02:00Z",
        "Wed, 14 Apr 2021 15:02:20 EDT | 2021-04-14T19:02:20Z",
        "Wed, 14 Apr 2021 15:02:20 PST | 2021-04-14T23:02:20Z",
        "14 Apr 99 | 1999-04-14T00:00:00Z",
        "14-APR-2021 15:02:20.00 | 2021-04-14T15:02:20Z",
        "26-FEB-1987 15:01:01.79 | 1987-02-26T15:01:01.790Z",
        "April 14, 2021 | 2021-04-14T00:00:00Z",
        "Sept. 4, 2021 at 3:02 p.m. ET | 2021-09-04T19:02:00Z",
        "Wednesday, April 14, 2021 12:30 AM | 2021-04-14T00:30:00Z",
        "14 April 2021 | 2021-04-14T00:00:00Z",
        "Wed Apr 14 15:02:20 +0000 2021 | 2021-04-14T15:02:20Z",
        "Wed Apr 14 15:02:20 EDT 2021 | 2021-04-14T19:02:20Z",
        "1618412540 | 2021-04-14T15:02:20Z",
        "1618412540.5 | 2021-04-14T15:02:20.500Z",
        "1618412540123 | 2021-04-14T15:02:20.123Z",
        "1618412540123456 | 2021-04-14T15:02:20.123456Z",
        "1618412540123456789 | 2021-04-14T15:02:20.123456789Z",
        "-315619200 | 1960-01-01T00:00:00Z",
        "2020-02-29 | 2020-02-29T00:00:00Z",
        "1600-01-01 | 1600-01-01T00:00:00Z",
        "2026-01-01T23:59:00Z | 2026-01-01T23:59:00Z",
      })
  void aKnownFormIsRead(String written, Instant expected) {
    assertEquals(new Dates.Result(expected, DateNote.READ), Dates.read(written, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2021",
        "2021-13-01",
        "2021-02-30",
        "14/04/2021",
        "2021-04-14T25:00",
        "April 2021",
        "2021-04-14T15:02 XYZ",
        "0",
        "12345",
        "\u0662\u0660\u0662\u0661-04-14",
        "99999999999999999999999999"
      })
  void anythingElseIsUnreadable(String written) {
    assertEquals(DateNote.UNREADABLE, Dates.read(written, NOW).note());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1599-12-31", "2026-01-02T00:00:01Z", "9999-01-01", "99999999999"})
  void theFutureAndTheFarPastAreOutOfRange(String written) {
    Dates.Result result = Dates.read(written, NOW);
    assertEquals(DateNote.OUT_OF_RANGE, result.note());
    assertNull(result.instant());
  }

  @Test
  void noDateIsMissing() {
    assertEquals(DateNote.MISSING, Dates.read(null, NOW).note());
    assertEquals(DateNote.MISSING, Dates.read(" \t", NOW).note());
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertEquals(
          Instant.parse("2021-07-04T15:02:00Z"), Dates.read("4 july 2021 3:02 pm", NOW).instant());
    } finally {
      Locale.setDefault(before);
    }
  }
}
