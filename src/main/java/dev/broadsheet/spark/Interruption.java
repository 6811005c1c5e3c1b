package dev.broadsheet.spark;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * What happens when a signal tells the process to end: Spark's jobs are cancelled, and the command
 * has some seconds to remove what it left unfinished and to give its lock back. Java itself then
 * ends with the code of the signal, such as 130 or 143.
 */
public final class Interruption {

  /** Spark's name for all jobs of a command. */
  private static final String JOBS = "broadsheet";

  private static final int GRACE_SECONDS = 8;

  /** Spark's own hook, which stops it, has 50; those with more come first. */
  private static final int PRIORITY = 100;

  private static final CountDownLatch DONE = new CountDownLatch(1);

  /** Whether there is a command to wait for, as there is none in tests. */
  private static volatile boolean isAtWork;

  private static volatile boolean isUnderWay;

  private Interruption() {}

  /** Runs the one command of this process, and gives its exit code. */
  public static int guard(IntSupplier command) {
    isAtWork = true;
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::begin));
    try {
      return command.getAsInt();
    } finally {
      isAtWork = false;
      DONE.countDown();
    }
  }

  /** Whether the process was told to end: failures that follow are no news. */
  public static boolean isUnderWay() {
    return isUnderWay;
  }

  private static synchronized void begin() {
    if (isAtWork && !isUnderWay) {
      isUnderWay = true;
      System.err.println("broadsheet: stopped; what is unfinished is being removed.");
    }
  }

  /** Sees to it that Spark is not stopped under a command that is tidying up. */
  static void expect() {
    ShutdownHookManager.get().addShutdownHook(Interruption::end, PRIORITY);
  }

  /**
   * Lets the jobs of this thread be cancelled.
   *
   * @throws CancellationException if the process was told to end while Spark started
   */
  static void cover(SparkSession spark) {
    spark.sparkContext().setJobGroup(JOBS, "Broadsheet", false);
    if (isUnderWay) {
      throw new CancellationException("Stopped.");
    }
  }

  private static void end() {
    if (!isAtWork) {
      return;
    }
    begin();
    Option<SparkSession> spark = SparkSession.getDefaultSession();
    if (spark.isDefined()) {
      cancel(spark.get());
    }
    try {
      DONE.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void cancel(SparkSession spark) {
    spark.sparkContext().setLogLevel("OFF");
    spark.sparkContext().cancelJobGroupAndFutureJobs(JOBS);
    spark.sparkContext().cancelAllJobs();
  }
}
