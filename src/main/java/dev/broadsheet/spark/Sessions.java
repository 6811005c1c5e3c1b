package dev.broadsheet.spark;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils;

/** Makes the Spark session of a command: embedded in this JVM, or as spark-submit set it up. */
public final class Sessions {

  private static final Pattern LOCAL = Pattern.compile("^local\\[(\\*|[0-9]+)]$");

  /** How often a task is tried before the command fails, as its storage may just be slow. */
  private static final int TRIES = 3;

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
   * @throws IOException if the machine or the master is not fit for it
   */
  public static SparkSession open(String master, boolean isVerbose) throws IOException {
    boolean isEmbedded = !isUnderSparkSubmit();
    if (isEmbedded) {
      Surroundings.check(master);
      // Before anything of Spark is there, as a name that no server knows would end it.
      Utils.setCustomHostname("127.0.0.1");
    }
    SparkConf conf = new SparkConf().setAppName("Broadsheet");
    if (isEmbedded) {
      embed(conf, master);
    }
    Interruption.expect();
    SparkSession spark = start(conf, master);
    // What Spark logs as errors comes to our own message as well.
    String quiet = isEmbedded ? "OFF" : "ERROR";
    spark.sparkContext().setLogLevel(isVerbose ? "INFO" : quiet);
    Interruption.cover(spark);
    // Times are instants, and Parquet's own timestamps are what readers other than Spark know.
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
    spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    return spark;
  }

  private static SparkSession start(SparkConf conf, String master) throws IOException {
    try {
      return SparkSession.builder().config(conf).getOrCreate();
    } catch (Exception e) { // Scala does not declare what it throws
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IOException("Spark cannot start with --master " + master + ": " + reason + ".", e);
    }
  }

  /** One JVM, no web page, nothing that listens beyond this machine. */
  private static void embed(SparkConf conf, String master) {
    conf.setMaster(withRetries(master))
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.executor.heartbeatInterval", "2s")
        // Out of memory, a task fails, and with it the command; else the process would just end.
        .set("spark.executor.killOnFatalError.depth", "0")
        .set("spark.sql.catalogImplementation", "in-memory")
        .set("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
        // For one machine: the default of 200 is for a cluster.
        .set("spark.sql.shuffle.partitions", "16")
        // Reading tables by Arrow would need --add-opens.
        .set("spark.sql.iceberg.vectorization.enabled", "false");
  }

  /** A local Spark tries a task once, unless its master says otherwise. */
  private static String withRetries(String master) {
    return LOCAL.matcher(master).replaceFirst("local[$1," + TRIES + "]");
  }
}
