package dev.broadsheet.spark.tables;

import dev.broadsheet.spark.OutputLock;
import dev.broadsheet.spark.Publication;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * An output that holds tables, with the lock and the staging folder beside it.
 *
 * @param files the output's file system
 * @param path qualified
 * @param tables in the output, or in a catalog
 */
record TableOutput(SparkSession spark, FileSystem files, Path path, ArchiveTables tables) {

  /**
   * Finds out where the tables are; touches nothing.
   *
   * @param tables as in {@link SyncSettings}
   * @throws IOException if Spark has no Iceberg, or the file system cannot be reached
   */
  static TableOutput open(SparkSession spark, String output, String tables) throws IOException {
    requireIceberg();
    Path given = new Path(output);
    FileSystem files = given.getFileSystem(spark.sparkContext().hadoopConfiguration());
    Path path = files.makeQualified(given);
    return new TableOutput(spark, files, path, ArchiveTables.of(spark, path, tables));
  }

  /**
   * Says what is missing where Spark has no Iceberg.
   *
   * @throws IOException if it has none
   */
  private static void requireIceberg() throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    if (loader.getResource("org/apache/iceberg/spark/SparkCatalog.class") == null) {
      throw new IOException(
          "Tables need Apache Iceberg, which this Spark does not have. Give spark-submit --packages"
              + " org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:VERSION; see src/site/markdown/how-to/nightly.md.");
    }
  }

  /** Takes the right to write the tables, which each commit asks for again. */
  OutputLock lock(String runId) throws IOException {
    OutputLock lock = OutputLock.take(files, path, runId);
    tables.guard(lock);
    return lock;
  }

  /** The folder for what is not committed yet. */
  Path staging() {
    return new Publication(files, path).staging();
  }

  /**
   * The tables, as an earlier run has made them.
   *
   * @throws FileNotFoundException if there are none
   */
  ArchiveTables existing() throws IOException {
    tables.requireAll();
    if (!tables.exist()) {
      throw new FileNotFoundException(path + " holds no tables. 'sync' makes them.");
    }
    return tables;
  }

  /**
   * The tables, made if there are none.
   *
   * @throws FileAlreadyExistsException if the output is one of {@code run}
   */
  ArchiveTables orNew() throws IOException {
    if (files.exists(new Path(path, Publication.REPORT))) {
      throw new FileAlreadyExistsException(
          "The output " + path + " is one of 'run' or 'export': choose another for tables.");
    }
    files.mkdirs(path);
    tables.create();
    return tables;
  }
}
