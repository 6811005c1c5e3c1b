package dev.broadsheet.spark;

import dev.broadsheet.article.RawArticle;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.topics.Taxonomy;
import dev.broadsheet.topics.train.Example;
import dev.broadsheet.topics.train.ExampleMaker;
import dev.broadsheet.topics.train.LabelTrainer;
import dev.broadsheet.topics.train.LabelledDocument;
import dev.broadsheet.topics.train.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** Trains a topic model on anyone's labels: Spark reads the documents, the driver fits. */
public final class LabelTrainingJob {

  private final LabelledInput input;

  public LabelTrainingJob(LabelledInput input) {
    this.input = input;
  }

  /**
   * Reads and fits. The same documents give the same bytes, however they are dealt to tasks.
   *
   * @param name of the model
   * @return the model's files, by name
   * @throws IOException if the input cannot be read
   * @throws IllegalArgumentException if the labels are too few for a model
   */
  public SortedMap<String, byte[]> train(String name) throws IOException {
    List<LabelledDocument> documents = documents();
    TreeSet<String> labels = new TreeSet<>();
    documents.forEach(document -> labels.addAll(document.labels()));
    TrainingPlan plan = LabelTrainer.plan(name, labels);
    Taxonomy taxonomy = LabelTrainer.taxonomy(plan);
    ExampleMaker maker = new ExampleMaker(plan, taxonomy, Models.bundled().segmenter(), null);
    List<Example> examples = documents.stream().map(maker::make).toList();
    return LabelTrainer.train(plan, taxonomy, examples);
  }

  /** Documents with at least one label; a record without labels teaches nothing. */
  private List<LabelledDocument> documents() throws IOException {
    List<LabelledDocument> documents =
        new ArrayList<>(
            input
                .articles()
                .filter(article -> !article.tags().isEmpty())
                .map(LabelTrainingJob::document)
                .collect());
    documents.sort(
        Comparator.comparing(LabelledDocument::id).thenComparing(LabelledDocument::text));
    return documents;
  }

  private static LabelledDocument document(RawArticle article) {
    return new LabelledDocument(
        article.id() == null ? article.sourceUri() : article.id(),
        LabelTrainer.SOURCE,
        article.title() == null ? "" : article.title(),
        article.text() == null ? "" : article.text(),
        article.tags());
  }
}
