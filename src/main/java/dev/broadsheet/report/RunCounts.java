package dev.broadsheet.report;

import dev.broadsheet.article.Article.DateNote;
import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.pipeline.Step;
import dev.broadsheet.pipeline.StepClock;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of a run or a part of one. Parts {@link #merge merge} in any order to the same counts.
 * Mutable; one thread at a time.
 */
public final class RunCounts implements Serializable {

  private static final long serialVersionUID = 1;
  private static final String NO_TOPIC = "(none)";

  private long read;
  private long articles;
  private long tokens;
  private final Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
  private final Map<DateNote, Long> dates = new EnumMap<>(DateNote.class);
  private final Map<String, Long> topTopics = new TreeMap<>();
  private final Map<Step, Long> stepNanos = new EnumMap<>(Step.class);

  /** Counts one record read, wherever it ends. */
  public void addRead() {
    read++;
  }

  /** Counts where a record ended. */
  public void add(Outcome outcome) {
    if (outcome instanceof Enriched enriched) {
      articles++;
      tokens += enriched.tokenCount();
      dates.merge(enriched.article().dateNote(), 1L, Long::sum);
      topTopics.merge(enriched.topTopic() == null ? NO_TOPIC : enriched.topTopic(), 1L, Long::sum);
    } else if (outcome instanceof Rejected rejected) {
      rejects.merge(rejected.reason(), 1L, Long::sum);
    }
  }

  /** Adds the time that the clock has given to each step. */
  public void add(StepClock clock) {
    for (Step step : Step.values()) {
      stepNanos.merge(step, clock.nanos(step), Long::sum);
    }
  }

  /** Adds another part's counts to these. */
  public void merge(RunCounts other) {
    read += other.read;
    articles += other.articles;
    tokens += other.tokens;
    other.rejects.forEach((reason, count) -> rejects.merge(reason, count, Long::sum));
    other.dates.forEach((note, count) -> dates.merge(note, count, Long::sum));
    other.topTopics.forEach((topic, count) -> topTopics.merge(topic, count, Long::sum));
    other.stepNanos.forEach((step, nanos) -> stepNanos.merge(step, nanos, Long::sum));
  }

  /** A copy that later changes do not reach. */
  public RunCounts copy() {
    RunCounts copy = new RunCounts();
    copy.merge(this);
    return copy;
  }

  /** Whether nothing was counted. */
  public boolean isEmpty() {
    return read == 0 && articles == 0 && rejects.isEmpty();
  }

  /** Records read. */
  public long read() {
    return read;
  }

  /** Records that became articles. */
  public long articles() {
    return articles;
  }

  /** Tokens of the articles. */
  public long tokens() {
    return tokens;
  }

  /** Rejected records of all reasons. */
  public long rejected() {
    return rejects.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rejected records by reason, in the enum's order; reasons that did not occur are left out. */
  public Map<RejectReason, Long> rejects() {
    return rejects;
  }

  /** What became of the articles' dates. */
  public Map<DateNote, Long> dates() {
    return dates;
  }

  /** Articles by their top topic's name, by name; {@code (none)} for those without. */
  public Map<String, Long> topTopics() {
    return topTopics;
  }

  /** Time by step, in nanoseconds summed over all threads. */
  public Map<Step, Long> stepNanos() {
    return stepNanos;
  }
}
