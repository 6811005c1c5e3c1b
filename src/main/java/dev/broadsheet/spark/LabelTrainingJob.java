package dev.broadsheet.spark;

import dev.broadsheet.pipeline.Version;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.train.LabelTaxonomy;
import dev.broadsheet.topics.train.LabelTrainer;
import dev.broadsheet.topics.train.TopicTasks;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Trains a topic model on anyone's labels. Tasks read and segment the documents; the driver builds
 * one sparse matrix of them, and each topic's fit is a task over it.
 */
public final class LabelTrainingJob {

  private final LabelledInput input;

  /** Takes what to train on. */
  public LabelTrainingJob(LabelledInput input) {
    this.input = input;
  }

  /**
   * Reads and fits. The same documents give the same bytes, however they are dealt to tasks.
   *
   * @param name of the model
   * @param labels what the labels stand for
   * @param known a model whose topics' logits are features, too; null for none
   * @return the model's files, by name
   * @throws IOException if the input cannot be read
   * @throws IllegalArgumentException if the labels are too few for a model
   */
  public SortedMap<String, byte[]> train(String name, LabelTaxonomy labels, TopicModel known)
      throws IOException {
    TrainingDocuments documents = documents(labels);
    Map<String, Object> counts = documents.counts();
    counts.put("broadsheet", Version.build());
    LabelTrainer trainer = new LabelTrainer(name, labels, documents.examples(), known);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(input.spark().sparkContext());
    Broadcast<LabelTrainer> shared = context.broadcast(trainer);
    try {
      return trainer.train(new SparkTasks(context, shared), counts);
    } finally {
      shared.destroy();
    }
  }

  private TrainingDocuments documents(LabelTaxonomy labels) throws IOException {
    return TrainingDocuments.of(
        input
            .records()
            .mapPartitions(records -> List.of(TrainingDocuments.read(records, labels)).iterator())
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
