package dev.broadsheet.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows a run's progress: a bar that is drawn anew on a terminal, a line now and then elsewhere.
 */
public final class ProgressDisplay {

  private static final int BAR_WIDTH = 30;

  private final PrintStream out;
  private final boolean isTerminal;

  /**
   * @param out where to show it; not the stream that carries results
   * @param isTerminal whether a person looks on
   */
  public ProgressDisplay(PrintStream out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  /** How long to wait from one {@link #show} to the next. */
  public Duration interval() {
    return isTerminal ? Duration.ofMillis(500) : Duration.ofSeconds(10);
  }

  /** Shows where the run is. */
  public void show(Progress progress) {
    if (isTerminal) {
      out.print("\r" + bar(progress.share()) + " " + line(progress));
    } else {
      out.println(line(progress));
    }
    out.flush();
  }

  /** Leaves the bar's line. */
  public void end() {
    if (isTerminal) {
      out.print("\r" + " ".repeat(BAR_WIDTH + 70) + "\r");
      out.flush();
    }
  }

  private static String bar(double share) {
    int full = (int) (share * BAR_WIDTH);
    return "[" + "=".repeat(full) + " ".repeat(BAR_WIDTH - full) + "]";
  }

  private static String line(Progress progress) {
    return String.format(
        Locale.ROOT,
        "%3.0f%%  %,d articles  %,.0f records/s  %,d rejects  %d s",
        progress.share() * 100,
        progress.articles(),
        progress.rate(),
        progress.rejects(),
        progress.elapsed().toSeconds());
  }
}
