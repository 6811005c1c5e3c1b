package dev.broadsheet.topics.train;

import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trains a plan on local files, without Spark. */
public final class TrainTopics {

  private TrainTopics() {}

  /**
   * Trains and writes.
   *
   * @param arguments the plan's file, the folder its inputs are relative to, the model's directory
   */
  public static void main(String[] arguments) throws IOException {
    TrainingPlan plan = TrainingPlan.read(Path.of(arguments[0]));
    Taxonomy taxonomy = taxonomy(plan, Path.of(arguments[1]));
    List<Example> examples = examples(plan, taxonomy, Path.of(arguments[1]));
    ModelFiles.write(new TopicTrainer(plan, taxonomy, examples).train(), Path.of(arguments[2]));
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
