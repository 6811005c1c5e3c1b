package dev.broadsheet.topics.train;

import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

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
    Taxonomy taxonomy = taxonomy(plan, project);
    String teacher = plan.settings().teacher() ? SentenceEncoder.load().name() : null;
    List<Example> examples = examples(plan, taxonomy, project);
    return new TopicTrainer(plan, taxonomy, examples, teacher).train();
  }

  private static Taxonomy taxonomy(TrainingPlan plan, Path project) throws IOException {
    return plan.taxonomy() == null
        ? Taxonomy.mediaTopics()
        : Taxonomy.read(Files.readAllBytes(project.resolve(plan.taxonomy())));
  }

  /** On all cores, in the documents' order: what is made of one depends on no other. */
  private static List<Example> examples(TrainingPlan plan, Taxonomy taxonomy, Path project)
      throws IOException {
    SegmenterModels models = SegmenterModels.load();
    ThreadLocal<ExampleMaker> makers = ThreadLocal.withInitial(() -> maker(plan, taxonomy, models));
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

  private static ExampleMaker maker(TrainingPlan plan, Taxonomy taxonomy, SegmenterModels models) {
    SentenceEncoder encoder = plan.settings().teacher() ? SentenceEncoder.load() : null;
    return new ExampleMaker(plan, taxonomy, models, encoder);
  }

  private static void add(Example example, int weight, List<Example> examples) {
    for (int i = 0; i < weight; i++) {
      examples.add(example);
    }
  }
}
