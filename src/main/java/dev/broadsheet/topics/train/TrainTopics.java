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
    return trainer(plan, project).train();
  }

  /** A trainer over the plan's documents. */
  private static TopicTrainer trainer(TrainingPlan plan, Path project) throws IOException {
    TrainingPlan whole = withCodeBooks(plan, project);
    Taxonomy taxonomy = taxonomy(plan, project);
    return new TopicTrainer(whole, taxonomy, examples(whole, taxonomy, project));
  }

  /** The plan with what readers could tell. */
  static TrainingPlan withCodeBooks(TrainingPlan plan, Path project) throws IOException {
    List<TrainingPlan.Source> sources = new ArrayList<>();
    for (TrainingPlan.Source source : plan.sources()) {
      sources.add(withCodeBook(source, project));
    }
    return new TrainingPlan(plan.name(), plan.taxonomy(), plan.seed(), sources, plan.settings());
  }

  private static TrainingPlan.Source withCodeBook(TrainingPlan.Source source, Path project)
      throws IOException {
    if (source.readings() == null) {
      return source;
    }
    return new TrainingPlan.Source(
        source.name(),
        source.input(),
        source.readings(),
        source.labelField(),
        ReadLabels.codeBook(source.readings(), project),
        source.labels(),
        source.calibrates(),
        source.weight(),
        source.attribution());
  }

  static Taxonomy taxonomy(TrainingPlan plan, Path project) throws IOException {
    return plan.taxonomy() == null
        ? Taxonomy.mediaTopics()
        : Taxonomy.read(Files.readAllBytes(project.resolve(plan.taxonomy())));
  }

  /** On all cores, in the documents' order: what is made of one depends on no other. */
  static List<Example> examples(TrainingPlan plan, Taxonomy taxonomy, Path project)
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
