package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar under spark-submit, on a master and two workers that are processes. */
@Timeout(300)
class StandaloneClusterIT {

  @TempDir private Path folder;
  private final List<Process> daemons = new ArrayList<>();
  private String master;

  @BeforeEach
  void startCluster() throws IOException, InterruptedException {
    int port = freePort();
    master = "spark://127.0.0.1:" + port;
    daemon("master", "org.apache.spark.deploy.master.Master", "--port", "" + port);
    awaitPort(port);
    daemon("worker-1", "org.apache.spark.deploy.worker.Worker", "-c", "1", "-m", "1g", master);
    daemon("worker-2", "org.apache.spark.deploy.worker.Worker", "-c", "1", "-m", "1g", master);
  }

  private void daemon(String name, String type, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("-Xmx512m", "-cp", Processes.SPARK + "/jars/*", type));
    command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = Processes.java(command.toArray(String[]::new));
    builder.environment().put("SPARK_WORKER_DIR", folder.resolve(name).toString());
    daemons.add(Processes.start(builder, folder.resolve(name + ".log")));
  }

  @AfterEach
  void stopCluster() throws InterruptedException {
    for (Process daemon : daemons) {
      daemon.descendants().forEach(ProcessHandle::destroyForcibly);
      daemon.destroyForcibly().waitFor();
    }
  }

  @Test
  void theRowsAreThoseOfALocalRun() throws IOException, InterruptedException {
    Path onCluster = folder.resolve("cluster");
    Path local = folder.resolve("local");
    Processes.Ended submitted = Processes.run(submit(onCluster));
    assertEquals(0, submitted.exitCode(), submitted.out());
    Processes.Ended ran =
        Processes.run(
            Processes.broadsheet(
                List.of(), "run", "--master=local[1]", "--input=data/sample", "--output=" + local));
    assertEquals(0, ran.exitCode(), ran.out());
    for (String rows : List.of("articles", "rejects")) {
      assertEquals(SharedSpark.comparable(local, rows), SharedSpark.comparable(onCluster, rows));
    }
    assertEquals(List.of(), SharedSpark.failures(onCluster));
  }

  private ProcessBuilder submit(Path output) {
    return Processes.java(
        "-Xmx1g",
        "-cp",
        Processes.SPARK + "/jars/*",
        "org.apache.spark.deploy.SparkSubmit",
        "--master",
        master,
        "--class",
        "dev.broadsheet.Main",
        "--conf",
        "spark.driver.host=127.0.0.1",
        "--conf",
        "spark.executor.memory=768m",
        "--conf",
        "spark.ui.enabled=false",
        Path.of(Processes.JAR).toAbsolutePath().toString(),
        "run",
        "--input",
        "data/sample",
        "--output",
        output.toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(100); // not up yet
      }
    }
    throw new IllegalStateException("The master does not listen on port " + port + ".");
  }
}
