package dev.broadsheet.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Makes the Spark session of a command: embedded in this JVM, or as spark-submit set it up. */
public final class Sessions {

  private Sessions() {}

  /** Whether this JVM was started by spark-submit, which then decides on master and settings. */
  public static boolean isUnderSparkSubmit() {
    return System.getProperty("spark.submit.deployMode") != null
        || System.getProperty("spark.master") != null;
  }

  /**
   * A session with the settings that the output's types need.
   *
   * @param master of an embedded Spark, such as {@code local[*]}; ignored under spark-submit
   * @param isVerbose let Spark and Hadoop log
   */
  public static SparkSession open(String master, boolean isVerbose) {
    SparkConf conf = new SparkConf().setAppName("Broadsheet");
    if (!isUnderSparkSubmit()) {
      embed(conf, master);
    }
    Interruption.expect();
    SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
    spark.sparkContext().setLogLevel(isVerbose ? "INFO" : "ERROR");
    Interruption.cover(spark);
    // Times are instants, and Parquet's own timestamps are what readers other than Spark know.
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
    spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    return spark;
  }

  /** One JVM, no web page, nothing that listens beyond this machine. */
  private static void embed(SparkConf conf, String master) {
    conf.setMaster(master)
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.executor.heartbeatInterval", "2s")
        .set("spark.sql.catalogImplementation", "in-memory")
        .set("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
        // For one machine: the default of 200 is for a cluster.
        .set("spark.sql.shuffle.partitions", "16")
        // Reading tables by Arrow would need --add-opens.
        .set("spark.sql.iceberg.vectorization.enabled", "false");
  }
}
