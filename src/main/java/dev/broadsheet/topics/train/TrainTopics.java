package dev.broadsheet.topics.train;

import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Trains a plan on local files, without Spark. */
public final class TrainTopics {

  private TrainTopics() {}

  /**
   * The files of the plan's model, by name. The same sources give the same bytes.
   *
   * @param project the folder that the plan's paths are relative to
   * @throws IOException naming the source that cannot be read
   * @throws IllegalStateException if the plan has a teacher and none is on the class path
   */
  public static SortedMap<String, byte[]> train(TrainingPlan plan, Path project)
      throws IOException {
    return train(plan, project, SentenceEncoder::load);
  }

  /**
   * The same with another encoder.
   *
   * @param encoders gives one to each thread; not asked if the plan has no teacher
   */
  public static SortedMap<String, byte[]> train(
      TrainingPlan plan, Path project, Supplier<SentenceEncoder> encoders) throws IOException {
    Taxonomy taxonomy = taxonomy(plan, project);
    String teacher = plan.settings().teacher() ? encoders.get().name() : null;
    List<Example> examples = examples(plan, taxonomy, project, encoders);
    return new TopicTrainer(plan, taxonomy, examples, teacher).train();
  }

  private static Taxonomy taxonomy(TrainingPlan plan, Path project) throws IOException {
    return plan.taxonomy() == null
        ? Taxonomy.mediaTopics()
        : Taxonomy.read(Files.readAllBytes(project.resolve(plan.taxonomy())));
  }

  /** On all cores, in the documents' order: what is made of one depends on no other. */
  private static List<Example> examples(
      TrainingPlan plan, Taxonomy taxonomy, Path project, Supplier<SentenceEncoder> encoders)
      throws IOException {
    SegmenterModels models = SegmenterModels.load();
    boolean isTaught = plan.settings().teacher();
    ThreadLocal<ExampleMaker> makers =
        ThreadLocal.withInitial(
            () -> new ExampleMaker(plan, taxonomy, models, isTaught ? encoders.get() : null));
    List<Example> examples = new ArrayList<>();
    for (TrainingPlan.Source source : plan.sources()) {
      List<LabelledDocument> documents = new ArrayList<>();
      LocalDocuments.read(source, project, documents::add);
      documents.parallelStream()
          .map(document -> makers.get().make(document))
          .toList()
          .forEach(example -> add(example, source.weight(), examples));
    }
    return examples;
  }

  private static void add(Example example, int weight, List<Example> examples) {
    for (int i = 0; i < weight; i++) {
      examples.add(example);
    }
  }
}
