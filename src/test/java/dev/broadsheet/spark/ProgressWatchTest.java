package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.broadsheet.report.ProgressDisplay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.Success$;
import org.apache.spark.executor.ExecutorMetrics;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.LiveListenerBus;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.TaskInfo;
import org.apache.spark.scheduler.TaskLocality;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Tuple4;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** What is shown of a run, by the events that Spark's own bus brings. */
class ProgressWatchTest {

  /** A stage that no job of the session has. */
  private static final int STAGE = 1_000_000;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @Test
  void progressNeverRunsBackwards() throws Exception {
    ProgressCounters counters = ProgressCounters.in(SharedSpark.SESSION.sparkContext());
    ProgressDisplay display =
        new ProgressDisplay(new PrintStream(shown, true, StandardCharsets.UTF_8), false);
    try (ProgressWatch watch = ProgressWatch.start(SharedSpark.SESSION, counters, 1000, display)) {
      counters.bytes().add(100);
      watch.show();
      TaskInfo first = task(0);
      post(new SparkListenerTaskStart(STAGE, 0, first));
      post(heartbeat(first, 500));
      watch.show();
      post(end(first)); // failed: what it had counted is not added
      watch.show();
      TaskInfo second = task(1);
      post(new SparkListenerTaskStart(STAGE, 0, second));
      post(heartbeat(second, 300));
      watch.show();
      counters.bytes().add(600); // it has ended, which the watch has not heard yet
      watch.show();
      post(end(second));
      watch.show();
      counters.bytes().add(300);
      watch.show();
    }
    assertEquals(List.of(10, 60, 60, 60, 100, 100, 100), percents());
  }

  private List<Integer> percents() {
    return shown
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> Integer.valueOf(line.strip().replaceAll("%.*", "")))
        .toList();
  }

  private static TaskInfo task(int attempt) {
    return new TaskInfo(
        STAGE + attempt, 0, attempt, 0, 0, "driver", "localhost", TaskLocality.ANY(), false);
  }

  private static SparkListenerEvent heartbeat(TaskInfo task, long bytes) {
    AccumulableInfo counter =
        new AccumulableInfo(
            STAGE,
            Option.apply(ProgressCounters.BYTES),
            Option.apply(bytes),
            Option.empty(),
            false,
            false,
            Option.empty());
    return new SparkListenerExecutorMetricsUpdate(
        "driver",
        CollectionConverters.asScala(
                List.of(
                    new Tuple4<
                        Object, Object, Object, scala.collection.immutable.Seq<AccumulableInfo>>(
                        task.taskId(),
                        STAGE,
                        0,
                        CollectionConverters.asScala(List.of(counter)).toSeq())))
            .toSeq(),
        Map$.MODULE$.empty());
  }

  private static SparkListenerEvent end(TaskInfo task) {
    return new SparkListenerTaskEnd(
        STAGE, 0, "ResultTask", Success$.MODULE$, task, new ExecutorMetrics(), new TaskMetrics());
  }

  private static void post(SparkListenerEvent event) throws Exception {
    LiveListenerBus bus = SharedSpark.SESSION.sparkContext().listenerBus();
    bus.post(event);
    bus.waitUntilEmpty();
  }
}
