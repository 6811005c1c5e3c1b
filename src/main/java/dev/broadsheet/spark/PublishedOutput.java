package dev.broadsheet.spark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.report.RunReport;
import dev.broadsheet.topics.Taxonomy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What a run published: its rows and the reports of the runs that wrote them. */
record PublishedOutput(SparkSession spark, FileSystem files, Path folder) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * The output in a folder.
   *
   * @throws FileNotFoundException if it is none
   * @throws IOException if the folder cannot be reached
   */
  static PublishedOutput at(SparkSession spark, String output) throws IOException {
    Path path = new Path(output);
    FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    Path folder = files.makeQualified(path);
    Publication.requireOutput(files, folder);
    return new PublishedOutput(spark, files, folder);
  }

  /** The reports of all runs that rows are from, newest first. */
  List<RunReport> runs() throws IOException {
    List<RunReport> runs = new ArrayList<>();
    Path history = new Path(folder, Publication.HISTORY);
    if (files.exists(history)) {
      for (FileStatus file : files.listStatus(history)) {
        runs.add(report(file.getPath()));
      }
    }
    runs.sort(Comparator.comparing(RunReport::started).reversed());
    runs.add(0, report(new Path(folder, Publication.REPORT)));
    return runs;
  }

  /**
   * The topics of the model that made the newest rows, and how they lie below each other; those of
   * Media Topics, if the output does not have it: one of an older version, or an export.
   *
   * @throws IOException if it is damaged; says which file
   */
  Taxonomy taxonomy() throws IOException {
    Path path = new Path(folder, Publication.TAXONOMY);
    if (!files.exists(path)) {
      return Taxonomy.mediaTopics();
    }
    try (InputStream in = files.open(path)) {
      return Taxonomy.read(in.readAllBytes());
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(path + " is damaged. Restore it from a backup, or delete it.", e);
    }
  }

  private RunReport report(Path path) throws IOException {
    return report(files, path);
  }

  /**
   * The report in a file.
   *
   * @throws IOException if it is damaged; says which file
   */
  static RunReport report(FileSystem files, Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      RunReport report = JSON.readValue(in, RunReport.class);
      if (report == null || !report.isWhole()) {
        throw new IOException("it lacks what each report has");
      }
      return report;
    } catch (IOException e) {
      throw new IOException(
          path
              + " is damaged: it is no report of a run. Restore it from a backup, or write the"
              + " output anew with --mode overwrite.",
          e);
    }
  }

  /**
   * The rows below a folder, with the columns found there.
   *
   * @param schema of rows if there are none
   */
  Dataset<Row> rows(String name, StructType schema) throws IOException {
    Path rows = new Path(folder, name);
    // An output cut into folders by date has no files if it has no articles.
    return PartFiles.of(files, rows).isEmpty()
        ? spark.createDataFrame(List.of(), schema)
        : PartFiles.read(spark, schema, List.of(rows));
  }

  /**
   * Makes sure that all rows are there which the reports tell of, and can be read.
   *
   * @throws IOException naming a file that is damaged, or saying how many rows are there
   */
  void requireWhole() throws IOException {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Path articles = new Path(folder, Publication.ARTICLES);
    for (Path part : PartFiles.of(files, articles)) {
      Optional<String> fault = PartFiles.fault(part, new StructType(), hadoop);
      if (fault.isPresent()) {
        throw new IOException(fault.get());
      }
    }
    long found = PartFiles.rows(files, articles, hadoop);
    long reported = runs().stream().mapToLong(run -> run.counts().articles()).sum();
    if (found != reported) {
      throw new IOException(
          "%s has %d articles, but by its reports %d: files are missing or there twice. Restore them from a backup; 'verify' tells more."
              .formatted(articles, found, reported));
    }
  }
}
