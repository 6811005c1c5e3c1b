package dev.broadsheet.spark;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Names of runs: they sort by start, and two that start together still differ. */
public final class RunIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunIds() {}

  /** Such as {@code 20210414T093000Z-5f3a9c}. */
  public static String next(Instant started) {
    byte[] random = new byte[3];
    new SecureRandom().nextBytes(random);
    return TIME.format(started) + "-" + HexFormat.of().formatHex(random);
  }
}
