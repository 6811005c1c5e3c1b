package dev.broadsheet.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The Parquet files of a folder, each by itself: what Spark does not tell of them. */
public final class PartFiles {

  private PartFiles() {}

  /** The Parquet files below the folder; none if there is no such folder. */
  static List<Path> of(FileSystem files, Path folder) throws IOException {
    List<Path> parts = new ArrayList<>();
    if (files.exists(folder)) {
      RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
      while (all.hasNext()) {
        Path file = all.next().getPath();
        if (file.getName().endsWith(".parquet")) {
          parts.add(file);
        }
      }
    }
    return parts;
  }

  /** Rows of all files below the folder, by their footers; 0 if there is no such folder. */
  static long rows(FileSystem files, Path folder, Configuration hadoop) throws IOException {
    long rows = 0;
    for (Path part : of(files, folder)) {
      try (ParquetFileReader reader = open(part, hadoop)) {
        rows += reader.getRecordCount();
      }
    }
    return rows;
  }

  private static ParquetFileReader open(Path part, Configuration hadoop) throws IOException {
    return ParquetFileReader.open(HadoopInputFile.fromPath(part, hadoop));
  }

  /** A path as Spark takes it: signs that it would take for a pattern's stand for themselves. */
  public static String literal(Path path) {
    return path.toString().replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
  }

  /** The rows of files or folders. */
  static Dataset<Row> read(SparkSession spark, StructType schema, List<Path> paths) {
    return spark
        .read()
        .schema(schema)
        .option("parquet.page.verify-checksum.enabled", true)
        .parquet(paths.stream().map(PartFiles::literal).toArray(String[]::new));
  }

  /**
   * What is wrong with a file, as its footer tells: it is none, or has not the columns.
   *
   * @return a sentence that names the file; empty if nothing is wrong
   */
  static Optional<String> fault(Path part, StructType expected, Configuration hadoop) {
    try (ParquetFileReader reader = open(part, hadoop)) {
      StructType found =
          new ParquetToSparkSchemaConverter(SQLConf.get())
              .convert(reader.getFooter().getFileMetaData().getSchema());
      return columnFault(expected, found).map(fault -> part + ": " + fault);
    } catch (IOException | RuntimeException e) {
      return Optional.of(unreadable(part));
    }
  }

  /** The columns that a file's footer names; none if it has no footer. */
  static List<String> columns(Path part, Configuration hadoop) {
    try (ParquetFileReader reader = open(part, hadoop)) {
      return reader.getFooter().getFileMetaData().getSchema().getFields().stream()
          .map(Type::getName)
          .toList();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  private static Optional<String> columnFault(StructType expected, StructType found) {
    List<String> names = List.of(found.fieldNames());
    for (StructField column : expected.fields()) {
      if (!names.contains(column.name())) {
        return Optional.of("the column " + column.name() + " is missing.");
      }
      String type = found.apply(column.name()).dataType().catalogString();
      if (!type.equals(column.dataType().catalogString())) {
        String right = column.dataType().catalogString();
        return Optional.of("the column " + column.name() + " is " + type + ", not " + right + ".");
      }
    }
    return Optional.empty();
  }

  /**
   * What is wrong with a file's pages: reads it all, so this is for finding out why a job failed.
   *
   * @return a sentence that names the file; empty if it can be read
   */
  public static Optional<String> damage(Path part, Configuration hadoop) {
    Configuration checking = new Configuration(hadoop);
    checking.setBoolean("parquet.page.verify-checksum.enabled", true);
    try (var rows =
        ParquetReader.builder(new GroupReadSupport(), part).withConf(checking).build()) {
      while (rows.read() != null) {
        // on to the end
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(unreadable(part));
    }
  }

  /** What to say of a file that cannot be read. */
  public static String unreadable(Path part) {
    return part + " cannot be read: it is gone, cut or overwritten. Restore it from a backup.";
  }
}
