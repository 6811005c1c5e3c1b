package dev.broadsheet.spark;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.read.Format;
import dev.broadsheet.topics.Taxonomy;
import dev.broadsheet.topics.train.Example;
import dev.broadsheet.topics.train.ExampleMaker;
import dev.broadsheet.topics.train.LabelTrainer;
import dev.broadsheet.topics.train.LabelledDocument;
import dev.broadsheet.topics.train.TrainingPlan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** Trains a topic model on anyone's labels: Spark reads the documents, the driver fits. */
public final class LabelTrainingJob {

  /** No output of ours is to be left out of the input. */
  private static final Path NO_OUTPUT = new Path("/.none");

  private final SparkSession spark;
  private final List<String> inputs;
  private final Format format;
  private final String fieldMap;

  /**
   * @param inputs files, folders or globs
   * @param format of all files; null to go by their names
   * @param fieldMap where the fields are; {@code tags} are the labels
   */
  public LabelTrainingJob(SparkSession spark, List<String> inputs, Format format, String fieldMap) {
    this.spark = spark;
    this.inputs = inputs;
    this.format = format;
    this.fieldMap = fieldMap;
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

  private List<LabelledDocument> documents() throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    InputPlan plan =
        InputPlan.of(hadoop, inputs, format, NO_OUTPUT, 0, context.defaultParallelism());
    TaskSettings settings =
        new TaskSettings(fieldMap, PipelineOptions.defaults(Instant.EPOCH), "", null);
    ProgressCounters progress = ProgressCounters.in(spark.sparkContext());
    List<LabelledDocument> documents =
        new ArrayList<>(
            context
                .parallelize(plan.bins(), plan.bins().size())
                .mapPartitions(bins -> labelled(bins, settings, progress))
                .collect());
    documents.sort(
        Comparator.comparing(LabelledDocument::id).thenComparing(LabelledDocument::text));
    return documents;
  }

  /** Documents with at least one label; a record without text or labels teaches nothing. */
  private static Iterator<LabelledDocument> labelled(
      Iterator<Slice[]> bins, TaskSettings settings, ProgressCounters progress) {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    List<LabelledDocument> documents = new ArrayList<>();
    Iterator<Incoming> records = new SliceRecords(bins, settings, progress, hadoop);
    while (records.hasNext()) {
      if (records.next() instanceof RawArticle article && !article.tags().isEmpty()) {
        documents.add(document(article));
      }
    }
    return documents.iterator();
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
