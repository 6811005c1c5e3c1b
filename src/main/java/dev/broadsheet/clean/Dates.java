package dev.broadsheet.clean;

import dev.broadsheet.article.Article.DateNote;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as archives write them: ISO 8601, RFC 822 and its kin, month names, and epoch seconds,
 * milliseconds, microseconds or nanoseconds by magnitude. English month names whatever the default
 * locale; without a zone a date is UTC.
 */
final class Dates {

  /**
   * A date and what became of it.
   *
   * @param instant null unless {@link DateNote#READ}
   */
  record Result(Instant instant, DateNote note) {}

  private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");
  private static final int LONGEST = 100;

  /** Epoch values below are seconds, a thousand times that milliseconds, and so on. */
  private static final BigDecimal LARGEST_SECONDS = new BigDecimal("1e11");

  private static final Pattern EPOCH = Pattern.compile("-?\\d{9,20}(?:\\.\\d{1,9})?");
  private static final Pattern BASIC =
      Pattern.compile(
          "(?<year>1[6-9]\\d\\d|[2-9]\\d\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)"
              + "(?:T?(?<hour>\\d\\d)(?<minute>\\d\\d)(?<second>\\d\\d))?(?<fraction>)(?<half>)"
              + "(?<zone>Z|[+-]\\d\\d:?\\d\\d)?");

  private static final String TIME =
      "(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
          + " ?(?<half>[AP]\\.?M\\.?)?";
  private static final String ZONE = " ?\\(?(?<zone>Z|[+-]\\d\\d:?(?:\\d\\d)?|[A-Z]{1,5})?\\)?";
  private static final String AFTER =
      "(?:(?:T|,? (?:AT )?)" + TIME + ZONE + ")?(?: ?[\\[(][^\\])]*[\\])])?";
  private static final String WEEKDAY = "(?:[A-Z]{3,9},? )?";
  private static final String MONTH =
      "(?<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\\.?";
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})" + AFTER),
          Pattern.compile(
              WEEKDAY
                  + "(?<day>\\d{1,2})[ -]"
                  + MONTH
                  + "[ ,-]{1,2}(?<year>\\d{4}|\\d\\d)"
                  + AFTER),
          Pattern.compile(WEEKDAY + MONTH + " (?<day>\\d{1,2}),? (?<year>\\d{4})" + AFTER),
          Pattern.compile(
              WEEKDAY + MONTH + " (?<day>\\d{1,2}) " + TIME + ZONE + " (?<year>\\d{4})"),
          BASIC);
  private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

  private Dates() {}

  /**
   * Reads a date.
   *
   * @param written null or blank if there is none
   * @param now a date more than a day later is out of range, since zones differ by as much
   */
  static Result read(String written, Instant now) {
    if (written == null || written.isBlank()) {
      return new Result(null, DateNote.MISSING);
    }
    Instant instant = written.length() > LONGEST ? null : parse(normal(written));
    if (instant == null) {
      return new Result(null, DateNote.UNREADABLE);
    }
    boolean inRange = !instant.isBefore(EARLIEST) && !instant.isAfter(now.plus(1, ChronoUnit.DAYS));
    return inRange ? new Result(instant, DateNote.READ) : new Result(null, DateNote.OUT_OF_RANGE);
  }

  private static String normal(String written) {
    return written.strip().replaceAll("[\\s\u00a0\u202f]+", " ").toUpperCase(Locale.ROOT);
  }

  /** The instant; null if the text is no date. */
  private static Instant parse(String text) {
    try {
      for (Pattern shape : SHAPES) {
        Matcher matcher = shape.matcher(text);
        if (matcher.matches()) {
          return instant(matcher);
        }
      }
      return EPOCH.matcher(text).matches() ? epoch(new BigDecimal(text)) : null;
    } catch (DateTimeException | ArithmeticException e) {
      return null; // looks like a date, but is none, such as 31 June
    }
  }

  private static Instant instant(Matcher date) {
    LocalDateTime local =
        LocalDateTime.of(
            year(date.group("year")),
            month(date.group("month")),
            number(date.group("day")),
            hour(date),
            number(date.group("minute")),
            Math.min(59, number(date.group("second"))), // a leap second counts as the one before
            nanos(date.group("fraction")));
    return local.atZone(zone(date.group("zone"))).toInstant();
  }

  /** Two digits as RFC 2822 reads them. */
  private static int year(String digits) {
    int year = number(digits);
    return digits.length() > 2 ? year : year + (year < 50 ? 2000 : 1900);
  }

  private static int month(String month) {
    return Character.isDigit(month.charAt(0)) ? number(month) : MONTHS.indexOf(month) / 3 + 1;
  }

  private static int hour(Matcher date) {
    int hour = number(date.group("hour"));
    String half = date.group("half");
    if (half == null || half.isEmpty()) {
      return hour;
    }
    return hour % 12 + (half.charAt(0) == 'P' ? 12 : 0);
  }

  private static int nanos(String fraction) {
    return fraction == null ? 0 : number((fraction + "000000000").substring(0, 9));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Instant epoch(BigDecimal value) {
    BigDecimal seconds = value;
    while (seconds.abs().compareTo(LARGEST_SECONDS) >= 0) {
      seconds = seconds.movePointLeft(3);
    }
    BigInteger nanos = seconds.movePointRight(9).toBigInteger();
    BigInteger[] parts = nanos.divideAndRemainder(BigInteger.TEN.pow(9));
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }

  private static ZoneId zone(String name) {
    if (name == null) {
      return ZoneOffset.UTC;
    }
    return switch (name) {
      case "Z", "UT", "UTC", "GMT", "WET" -> ZoneOffset.UTC;
      case "EST" -> ZoneOffset.ofHours(-5);
      case "EDT" -> ZoneOffset.ofHours(-4);
      case "CST" -> ZoneOffset.ofHours(-6);
      case "CDT" -> ZoneOffset.ofHours(-5);
      case "MST" -> ZoneOffset.ofHours(-7);
      case "MDT" -> ZoneOffset.ofHours(-6);
      case "PST" -> ZoneOffset.ofHours(-8);
      case "PDT" -> ZoneOffset.ofHours(-7);
      case "BST", "CET" -> ZoneOffset.ofHours(1);
      case "CEST", "EET" -> ZoneOffset.ofHours(2);
      case "EEST", "MSK" -> ZoneOffset.ofHours(3);
      case "JST" -> ZoneOffset.ofHours(9);
      case "ET" -> ZoneId.of("America/New_York");
      default -> ZoneOffset.of(name);
    };
  }
}
