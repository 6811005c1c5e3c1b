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
   */
  public static SortedMap<String, byte[]> train(TrainingPlan plan, Path project)
      throws IOException {
    TrainingPlan whole = withCodeBooks(plan, project);
    Taxonomy taxonomy = taxonomy(plan, project);
    return new TopicTrainer(whole, taxonomy, examples(whole, taxonomy, project)).train();
  }

  /** The plan with what readers could tell. */
  private static TrainingPlan withCodeBooks(TrainingPlan plan, Path project) throws IOException {
    List<TrainingPlan.Source> sources = new ArrayList<>();
    for (TrainingPlan.Source source : plan.sources()) {
      TrainingPlan.Readings readings = source.readings();
      sources.add(
          readings == null ? source : source.telling(ReadLabels.codeBook(readings, project)));
    }
    return new TrainingPlan(plan.name(), plan.taxonomy(), plan.seed(), sources, plan.settings());
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
    ThreadLocal<ExampleMaker> makers =
        ThreadLocal.withInitial(() -> new ExampleMaker(plan, taxonomy, models));
    List<Example> examples = new ArrayList<>();
    for (TrainingPlan.Source source : plan.sources()) {
      List<LabelledDocument> documents = new ArrayList<>();
      LocalDocuments.read(source, project, documents::add);
      examples.addAll(
          documents.parallelStream().map(document -> makers.get().make(document)).toList());
    }
    return examples;
  }
}
