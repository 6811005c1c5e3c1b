package dev.broadsheet.topics.train;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** Where each topic's part of a training is worked out: in this thread, or on many machines. */
public interface TopicTasks {

  /** What to do for one topic, with all that the training shares. */
  interface Task<R extends Serializable> extends Serializable {

    R of(LabelTrainer trainer, int topic);
  }

  /** The task's results for all topics, in their order. */
  <R extends Serializable> List<R> each(Task<R> task);

  /** One topic after the other, in this thread. */
  static TopicTasks here(LabelTrainer trainer) {
    return new TopicTasks() {
      @Override
      public <R extends Serializable> List<R> each(Task<R> task) {
        return IntStream.range(0, trainer.topics())
            .mapToObj(topic -> task.of(trainer, topic))
            .toList();
      }
    };
  }
}
