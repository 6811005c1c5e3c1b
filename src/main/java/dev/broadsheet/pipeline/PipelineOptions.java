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
 * @param budget the length of every summary
 * @param minTextQuality lowest {@link dev.broadsheet.segment.TextQuality} of an English text
 */
public record PipelineOptions(
    Instant now,
    int maxTextLength,
    boolean keepOtherLanguages,
    Budget budget,
    double minTextQuality)
    implements Serializable {

  /** Default of {@code maxTextLength}: some 160,000 words. */
  public static final int MAX_TEXT_LENGTH = 1_000_000;

  /** Longest title processed, in UTF-16 units, before it is cleaned; no headline comes near. */
  public static final int MAX_TITLE_LENGTH = 10_000;

  /**
   * Default of {@code minTextQuality}: below all of 63,000 articles, down to tables of share prices
   * (.33); a text of which a third of the characters was misread has some .35.
   */
  public static final double MIN_TEXT_QUALITY = 0.25;

  /** The defaults: English only, three sentences. */
  public static PipelineOptions defaults(Instant now) {
    return new PipelineOptions(now, MAX_TEXT_LENGTH, false, Budget.DEFAULT, MIN_TEXT_QUALITY);
  }
}
