package dev.broadsheet.spark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.report.RunReport;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private RunReport report(Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return JSON.readValue(in, RunReport.class);
    }
  }

  /**
   * The rows below a folder, with the columns found there.
   *
   * @param schema of rows if there are none
   */
  Dataset<Row> rows(String name, StructType schema) throws IOException {
    Path rows = new Path(folder, name);
    return isEmpty(rows)
        ? spark.createDataFrame(List.of(), schema)
        : spark.read().parquet(rows.toString());
  }

  /** No files: an output cut into folders by date has none if it has no articles. */
  private boolean isEmpty(Path rows) throws IOException {
    return files.globStatus(new Path(rows, "*.parquet")).length == 0
        && files.globStatus(new Path(rows, "*=*")).length == 0;
  }
}
