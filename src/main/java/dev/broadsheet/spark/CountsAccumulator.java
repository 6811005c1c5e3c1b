package dev.broadsheet.spark;

import dev.broadsheet.report.RunCounts;
import org.apache.spark.util.AccumulatorV2;

/**
 * Brings each task's {@link RunCounts} home. Exact even when tasks are tried again: Spark takes the
 * update of each task of a result stage once, and the run has no shuffle before its write.
 */
final class CountsAccumulator extends AccumulatorV2<RunCounts, RunCounts> {

  private static final long serialVersionUID = 1;

  private RunCounts counts = new RunCounts();

  /** A heartbeat may ask while Spark still reads this, when {@code counts} is null. */
  @Override
  public boolean isZero() {
    return counts == null || counts.isEmpty();
  }

  @Override
  public CountsAccumulator copy() {
    CountsAccumulator copy = new CountsAccumulator();
    copy.counts = counts.copy();
    return copy;
  }

  @Override
  public void reset() {
    counts = new RunCounts();
  }

  @Override
  public void add(RunCounts part) {
    counts.merge(part);
  }

  @Override
  public void merge(AccumulatorV2<RunCounts, RunCounts> other) {
    counts.merge(other.value());
  }

  @Override
  public RunCounts value() {
    return counts;
  }
}
