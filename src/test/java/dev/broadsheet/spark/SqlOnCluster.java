package dev.broadsheet.spark;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A session of somebody else's: all it knows of Broadsheet is the jar and the extension's name. */
public final class SqlOnCluster {

  private SqlOnCluster() {}

  /** Prints how many rows of an output the functions agree with, and in how many processes. */
  public static void main(String[] args) throws IOException {
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      spark
          .read()
          .parquet(args[0] + "/articles")
          .repartition(8)
          .createOrReplaceTempView("articles");
      List<?> result =
          spark
              .sql(
                  "SELECT count_if(topics(text, title) <=> topics"
                      + " AND summarize(text, 3, title) <=> summary"
                      + " AND language(text) <=> language) AS same,"
                      + " count(*) AS articles FROM articles")
              .toJSON()
              .collectAsList();
      System.out.println(result);
    }
  }
}
