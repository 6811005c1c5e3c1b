package dev.broadsheet.pipeline;

import dev.broadsheet.summary.Budget;
import java.io.Serializable;
import java.time.Instant;

/**
 * What a run may ask of the pipeline.
 *
 * @param now the run's start: a date after it is taken for wrong
 * @param maxTextLength longest text processed, in UTF-16 units; longer ones are rejected
 * @param keepOtherLanguages keep texts that are not English, without topics and summary
 * @param summary how long a summary may be
 * @param minTextQuality lowest {@link dev.broadsheet.segment.TextQuality} of an English text
 */
public record PipelineOptions(
    Instant now,
    int maxTextLength,
    boolean keepOtherLanguages,
    Budget summary,
    double minTextQuality)
    implements Serializable {

  /** Default of {@code maxTextLength}: some 160,000 words. */
  public static final int MAX_TEXT_LENGTH = 1_000_000;

  /**
   * Default of {@code minTextQuality}: below all of 63,000 articles, down to tables of share prices
   * (.37), and about where every second character was misread.
   */
  public static final double MIN_TEXT_QUALITY = 0.3;

  /** The defaults: English only, three sentences. */
  public static PipelineOptions defaults(Instant now) {
    return new PipelineOptions(now, MAX_TEXT_LENGTH, false, Budget.DEFAULT, MIN_TEXT_QUALITY);
  }
}
