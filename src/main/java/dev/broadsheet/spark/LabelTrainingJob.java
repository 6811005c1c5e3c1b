package dev.broadsheet.spark;

import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.pipeline.Version;
import dev.broadsheet.read.Format;
import dev.broadsheet.topics.train.LabelTaxonomy;
import dev.broadsheet.topics.train.LabelTrainer;
import dev.broadsheet.topics.train.TopicTasks;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * Trains a topic model on anyone's labels. Tasks read and segment the documents; the driver builds
 * one sparse matrix of them, and each topic's fit is a task over it.
 */
public final class LabelTrainingJob {

  /** No output of ours is to be left out of the input. */
  private static final Path NO_OUTPUT = new Path("/.none");

  private final JavaSparkContext context;
  private final List<String> inputs;
  private final Format format;
  private final String fieldMap;

  /**
   * @param inputs files, folders or globs
   * @param format of all files; null to go by their names
   * @param fieldMap where the fields are; {@code tags} are the labels
   */
  public LabelTrainingJob(SparkSession spark, List<String> inputs, Format format, String fieldMap) {
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.inputs = inputs;
    this.format = format;
    this.fieldMap = fieldMap;
  }

  /**
   * Reads and fits. The same documents give the same bytes, however they are dealt to tasks.
   *
   * @param name of the model
   * @param labels what the labels stand for
   * @return the model's files, by name
   * @throws IOException if the input cannot be read
   * @throws IllegalArgumentException if the labels are too few for a model
   */
  public SortedMap<String, byte[]> train(String name, LabelTaxonomy labels) throws IOException {
    TrainingDocuments documents = documents(labels);
    Map<String, Object> counts = documents.counts();
    counts.put("broadsheet", Version.CODE);
    LabelTrainer trainer = new LabelTrainer(name, labels, documents.examples());
    Broadcast<LabelTrainer> shared = context.broadcast(trainer);
    try {
      return trainer.train(new SparkTasks(context, shared), counts);
    } finally {
      shared.destroy();
    }
  }

  private TrainingDocuments documents(LabelTaxonomy labels) throws IOException {
    Configuration hadoop = context.hadoopConfiguration();
    InputPlan plan =
        InputPlan.of(hadoop, inputs, format, NO_OUTPUT, 0, context.defaultParallelism());
    TaskSettings settings =
        new TaskSettings(fieldMap, PipelineOptions.defaults(Instant.EPOCH), "", null);
    ProgressCounters progress = ProgressCounters.in(context.sc());
    return TrainingDocuments.of(
        context
            .parallelize(plan.bins(), plan.bins().size())
            .mapPartitions(
                bins ->
                    List.of(TrainingDocuments.read(bins, settings, progress, labels)).iterator())
            .collect());
  }

  /** A Spark task for each topic. */
  private record SparkTasks(JavaSparkContext context, Broadcast<LabelTrainer> shared)
      implements TopicTasks {

    @Override
    public <R extends Serializable> List<R> each(Task<R> task) {
      Broadcast<LabelTrainer> trainer = shared;
      List<Integer> topics = IntStream.range(0, trainer.value().topics()).boxed().toList();
      return context
          .parallelize(topics, topics.size())
          .map(topic -> task.of(trainer.value(), topic))
          .collect();
    }
  }
}
