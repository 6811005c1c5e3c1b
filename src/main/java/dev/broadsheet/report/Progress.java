package dev.broadsheet.report;

import java.time.Duration;

/**
 * How far a run is.
 *
 * @param elapsed since the main job began
 * @param articles done
 * @param rejects done
 * @param bytes of input files done
 * @param totalBytes of input files in all
 */
public record Progress(Duration elapsed, long articles, long rejects, long bytes, long totalBytes) {

  /** Records done per second. */
  public double rate() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds == 0 ? 0 : (articles + rejects) / seconds;
  }

  /** Share of the input done, in [0, 1]. */
  public double share() {
    return totalBytes == 0 ? 0 : Math.min(1, (double) bytes / totalBytes);
  }
}
