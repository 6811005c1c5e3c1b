package dev.broadsheet.spark.tables;

import dev.broadsheet.pipeline.Fingerprint;
import dev.broadsheet.pipeline.Version;
import dev.broadsheet.spark.RunSettings;
import java.util.Locale;

/**
 * What a sync is asked to do.
 *
 * @param articles as for a run; its mode and folders by date mean nothing here
 * @param tables catalog and namespace of Spark's configuration, such as {@code prod.news}, that
 *     holds the tables; null for the output itself
 * @param reprocess which articles are made anew though their content is the same
 */
public record SyncSettings(RunSettings articles, String tables, Reprocess reprocess) {

  private static final int SHOWN = 16;

  /** Which articles are made anew though their content is the same. */
  public enum Reprocess {
    /** None. */
    NONE,
    /** Those made by other models or another configuration. */
    CHANGED_MODEL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Names all that makes a row besides its record: equal fingerprints, equal rows. */
  String fingerprint(String models) {
    return new Fingerprint()
        .add(Version.rules())
        .add(models)
        .add(articles, RunSettings.UNDECIDING)
        .hex()
        .substring(0, SHOWN);
  }
}
