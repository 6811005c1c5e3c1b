package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The functions on executors that are processes of their own and get the packaged jar from Spark.
 */
@Timeout(300)
class SqlFunctionsIT {

  @TempDir private Path folder;

  @Test
  void executorsGiveTheJobsResults() throws IOException, InterruptedException {
    Path output = folder.resolve("out");
    SharedSpark.run(Path.of("data/sample"), output);
    Processes.Ended ended = Processes.run(session(output));
    assertEquals(0, ended.exitCode(), ended.out());
    assertTrue(ended.out().contains("{\"same\":79,\"articles\":79}"), ended.out());
  }

  private static ProcessBuilder session(Path output) {
    String jar = Path.of(Processes.JAR).toAbsolutePath().toString();
    return Processes.java(
        "-Xmx1g",
        "-cp",
        String.join(File.pathSeparator, "target/test-classes", jar, Processes.SPARK + "/jars/*"),
        "-Dspark.master=local-cluster[2,1,768]",
        "-Dspark.executor.memory=768m",
        "-Dspark.app.name=sql",
        "-Dspark.jars=" + jar,
        "-Dspark.sql.extensions=dev.broadsheet.spark.BroadsheetExtensions",
        "-Dspark.driver.host=127.0.0.1",
        "-Dspark.ui.enabled=false",
        SqlOnCluster.class.getName(),
        output.toString());
  }
}
