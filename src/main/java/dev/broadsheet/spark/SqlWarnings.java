package dev.broadsheet.spark;

import dev.broadsheet.article.InternalErrors;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts for which texts of a task the SQL functions gave NULL, and logs it when the task ends. */
final class SqlWarnings {

  private static final Logger LOG = LoggerFactory.getLogger(SqlFunctions.class);

  /** Of the task that this thread runs; null if it has had none. */
  private static final ThreadLocal<SqlWarnings> OF_TASK = new ThreadLocal<>();

  private final InternalErrors errors = new InternalErrors();
  private long tooLong;
  private long failed;

  private SqlWarnings() {}

  /** Counts an article that the pipeline would reject as too long. */
  static void tooLong() {
    SqlWarnings warnings = ofTask();
    warnings.tooLong++;
    warnings.tellOutsideOfTasks();
  }

  /** Counts an article that a function failed on; the first error of each class is logged. */
  static void failed(Throwable error) {
    SqlWarnings warnings = ofTask();
    warnings.failed++;
    warnings.errors.reject("a text of a query", error, null);
    warnings.tellOutsideOfTasks();
  }

  private static SqlWarnings ofTask() {
    SqlWarnings warnings = OF_TASK.get();
    if (warnings == null) {
      SqlWarnings fresh = new SqlWarnings();
      OF_TASK.set(fresh);
      if (TaskContext.get() != null) {
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> fresh.tell());
      }
      warnings = fresh;
    }
    return warnings;
  }

  /** As where Spark works out a constant before a query runs. */
  private void tellOutsideOfTasks() {
    if (TaskContext.get() == null) {
      tell();
    }
  }

  private void tell() {
    OF_TASK.remove();
    LOG.warn(
        "NULL for {} texts above the limit of length and for {} that a function failed on",
        tooLong,
        failed);
  }
}
