package dev.broadsheet.spark;

import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.pipeline.ArticlePipeline;
import dev.broadsheet.pipeline.Step;
import dev.broadsheet.pipeline.StepClock;
import dev.broadsheet.report.RunCounts;
import dev.broadsheet.spark.SliceRecords.Placed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.TaskCompletionListener;

/**
 * What a task does: read its slices, take each record through the pipeline, give the articles on as
 * rows, spill the rejects, and send the counts home when all is done.
 */
record EnrichSlices(
    TaskSettings settings,
    ArticleRows rows,
    String spillFolder,
    CountsAccumulator counts,
    CollectionAccumulator<String> spills,
    ProgressCounters progress)
    implements MapPartitionsFunction<Slice[], Row> {

  @Override
  public Iterator<Row> call(Iterator<Slice[]> bins) throws IOException {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    return new EnrichedRows(new SliceRecords(bins, settings, progress, hadoop), spill(hadoop));
  }

  private record Article(Enriched found, Place place) {}

  /** Pulls a batch of records when the last one's articles are gone; holds one batch at a time. */
  private final class EnrichedRows implements Iterator<Row> {

    private final SliceRecords records;
    private final StepClock clock = new StepClock();
    private final ArticlePipeline pipeline = settings.pipeline(clock);
    private final RejectSpill spill;
    private final TaskContext task = TaskContext.get();
    private final RunCounts taskCounts = new RunCounts();
    private final Deque<Article> articles = new ArrayDeque<>();
    private boolean isDone;

    private EnrichedRows(SliceRecords records, RejectSpill spill) {
      this.records = records;
      this.spill = spill;
      task.addTaskCompletionListener((TaskCompletionListener) ended -> close());
    }

    /** However the task ends. */
    private void close() {
      try (spill) {
        records.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      while (articles.isEmpty() && !isDone) {
        clock.lap(Step.WRITE);
        advance();
        clock.start();
      }
      return !articles.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Article next = articles.remove();
      return rows.row(next.found(), next.place());
    }

    private void advance() {
      endIfKilled();
      try {
        List<Placed> batch = records.nextBatch();
        clock.lap(Step.READ);
        List<Outcome> outcomes = pipeline.process(batch.stream().map(Placed::record).toList());
        for (int i = 0; i < batch.size(); i++) {
          take(outcomes.get(i), batch.get(i).place());
        }
        if (batch.isEmpty()) {
          finish();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Spark kills a task by asking it to end. */
    private void endIfKilled() {
      if (task.isInterrupted()) {
        throw new TaskKilledException(task.getKillReason().getOrElse(() -> "killed"));
      }
    }

    private void take(Outcome outcome, Place place) throws IOException {
      taskCounts.addRead();
      taskCounts.add(outcome);
      progress.add(outcome);
      if (outcome instanceof Enriched enriched) {
        articles.add(new Article(enriched, place));
      } else if (outcome instanceof Rejected rejected) {
        spill.add(rejected, place.file());
      }
    }

    private void finish() throws IOException {
      isDone = true;
      taskCounts.add(clock);
      spill.complete();
      if (spill.file() != null) {
        spills.add(spill.file());
      }
      counts.add(taskCounts);
    }
  }

  private RejectSpill spill(Configuration hadoop) throws IOException {
    TaskContext task = TaskContext.get();
    String name = "part-" + task.partitionId() + "-" + task.taskAttemptId() + ".jsonl";
    Path path = new Path(spillFolder, name);
    return new RejectSpill(path.getFileSystem(hadoop), path);
  }
}
