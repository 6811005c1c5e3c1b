package dev.broadsheet.spark;

import dev.broadsheet.report.Progress;
import dev.broadsheet.report.ProgressDisplay;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Shows a job's progress while it runs: what finished tasks counted, and what running ones said in
 * their last heartbeat.
 */
final class ProgressWatch implements AutoCloseable {

  /** A task that was killed ends with its batch of records. */
  private static final int END_SECONDS = 5;

  private final SparkSession spark;
  private final ProgressCounters counters;
  private final long totalBytes;
  private final ProgressDisplay display;
  private final Instant begun = Instant.now();
  private final RunningTasks running = new RunningTasks();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "broadsheet-progress");
            thread.setDaemon(true);
            return thread;
          });

  private final Highest articles = new Highest();
  private final Highest rejects = new Highest();
  private final Highest bytes = new Highest();
  private ScheduledFuture<?> shows;

  private ProgressWatch(
      SparkSession spark, ProgressCounters counters, long totalBytes, ProgressDisplay display) {
    this.spark = spark;
    this.counters = counters;
    this.totalBytes = totalBytes;
    this.display = display;
  }

  static ProgressWatch start(
      SparkSession spark, ProgressCounters counters, long totalBytes, ProgressDisplay display) {
    ProgressWatch watch = new ProgressWatch(spark, counters, totalBytes, display);
    spark.sparkContext().addSparkListener(watch.running);
    long millis = display.interval().toMillis();
    watch.shows =
        watch.timer.scheduleAtFixedRate(watch::show, millis, millis, TimeUnit.MILLISECONDS);
    return watch;
  }

  /** Shows where the run is now; called by the timer. */
  void show() {
    display.show(
        new Progress(
            Duration.between(begun, Instant.now()),
            articles.raised(counters.articles(), running.sum(ProgressCounters.ARTICLES)),
            rejects.raised(counters.rejects(), running.sum(ProgressCounters.REJECTS)),
            bytes.raised(counters.bytes(), running.sum(ProgressCounters.BYTES)),
            totalBytes));
  }

  /**
   * The most that was shown: a task that is tried again counts from nothing, and one that has just
   * ended may count twice for a moment, but progress never runs backwards.
   */
  private static final class Highest {

    private long shown;

    private long raised(LongAccumulator ended, long running) {
      shown = Math.max(shown, ended.value() + running);
      return shown;
    }
  }

  /**
   * Waits some seconds for tasks that are still running, as they are when one of them has failed:
   * none shall write into a folder that is about to be removed.
   */
  @Override
  public void close() {
    shows.cancel(false);
    timer.shutdown();
    running.awaitEnd();
    spark.sparkContext().removeSparkListener(running);
    display.end();
  }

  /** The newest heartbeat of each running task. */
  private static final class RunningTasks extends SparkListener {

    private final Map<Long, Map<String, Long>> byTask = new ConcurrentHashMap<>();
    private final Semaphore ended = new Semaphore(0);

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
      byTask.put(start.taskInfo().taskId(), new ConcurrentHashMap<>());
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
      CollectionConverters.asJava(update.accumUpdates())
          .forEach(task -> task(((Number) task._1()).longValue(), task._4()));
    }

    private void task(long id, scala.collection.immutable.Seq<AccumulableInfo> counters) {
      Map<String, Long> counts = byTask.getOrDefault(id, new ConcurrentHashMap<>());
      for (AccumulableInfo counter : CollectionConverters.asJava(counters)) {
        if (counter.name().isDefined() && counter.update().get() instanceof Long count) {
          counts.put(counter.name().get(), count);
        }
      }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      byTask.remove(end.taskInfo().taskId());
      ended.release();
    }

    private void awaitEnd() {
      try {
        while (!byTask.isEmpty() && ended.tryAcquire(END_SECONDS, TimeUnit.SECONDS)) {}
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private long sum(String name) {
      return byTask.values().stream().mapToLong(task -> task.getOrDefault(name, 0L)).sum();
    }
  }
}
