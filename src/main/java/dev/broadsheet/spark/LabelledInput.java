package dev.broadsheet.spark;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.read.Format;
import dev.broadsheet.topics.TopicNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Documents of any format, for training and evaluation.
 *
 * @param inputs files, folders or globs
 * @param format of all files; null to go by their names
 * @param fieldMap where the fields are; {@code tags} are the labels
 */
public record LabelledInput(
    SparkSession spark, List<String> inputs, Format format, String fieldMap) {

  /** No output of ours is to be left out of the input. */
  private static final Path NO_OUTPUT = new Path("/.none");

  /** All records, in tasks. */
  JavaRDD<Incoming> records() throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    InputPlan plan =
        InputPlan.of(hadoop, inputs, format, NO_OUTPUT, 0, context.defaultParallelism());
    TaskSettings settings =
        new TaskSettings(
            fieldMap, PipelineOptions.defaults(Instant.EPOCH), TopicNames.ENGLISH, "", null);
    ProgressCounters progress = ProgressCounters.in(spark.sparkContext());
    return context
        .parallelize(plan.bins(), plan.bins().size())
        .mapPartitions(bins -> read(bins, settings, progress));
  }

  /** The records that can be read. */
  JavaRDD<RawArticle> articles() throws IOException {
    return records()
        .filter(record -> record instanceof RawArticle)
        .map(record -> (RawArticle) record);
  }

  private static Iterator<Incoming> read(
      Iterator<Slice[]> bins, TaskSettings settings, ProgressCounters progress) {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    SliceRecords records = new SliceRecords(bins, settings, progress, hadoop);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> close(records));
    return records;
  }

  private static void close(SliceRecords records) {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
