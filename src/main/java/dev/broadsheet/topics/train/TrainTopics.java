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
    return new TopicTrainer(plan, taxonomy, examples(plan, taxonomy, project)).train();
  }

  private static Taxonomy taxonomy(TrainingPlan plan, Path project) throws IOException {
    return plan.taxonomy() == null
        ? Taxonomy.mediaTopics()
        : Taxonomy.read(Files.readAllBytes(project.resolve(plan.taxonomy())));
  }

  private static List<Example> examples(TrainingPlan plan, Taxonomy taxonomy, Path project)
      throws IOException {
    SentenceEncoder encoder = plan.settings().teacher() ? SentenceEncoder.load() : null;
    ExampleMaker maker = new ExampleMaker(plan, taxonomy, SegmenterModels.load(), encoder);
    List<Example> examples = new ArrayList<>();
    for (TrainingPlan.Source source : plan.sources()) {
      LocalDocuments.read(
          source, project, document -> add(maker.make(document), source.weight(), examples));
    }
    return examples;
  }

  private static void add(Example example, int weight, List<Example> examples) {
    for (int i = 0; i < weight; i++) {
      examples.add(example);
    }
  }
}
