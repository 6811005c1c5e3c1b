package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small benchmark by the packaged jar: what it says, but not how fast it is. */
@Timeout(300)
class BenchmarkIT {

  @TempDir private Path folder;

  @Test
  void allJobsGoThroughTheWholeCorpusAndAreCompared() throws IOException, InterruptedException {
    Path json = folder.resolve("benchmark.json");
    Path corpus = folder.resolve("corpus.jsonl");
    benchmark(
        "--size=300KB", "--runs=1", "--only=run,Spark", "--corpus=" + corpus, "--json=" + json);
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertEquals(Files.size(corpus), report.get("corpus_bytes").asLong());
    assertEquals(Files.readAllLines(corpus).size(), report.get("corpus_articles").asInt());
    assertEquals(
        List.of(
            "Spark read and write local[2]",
            "OpenNLP in Spark local[2]",
            "run local[2]",
            "run local[1]"),
        report.get("timings").findValuesAsText("name"));
    assertEquals(3, report.get("ratios").size());
  }

  @Test
  void withoutRunsOnlyTheCorpusIsMade() throws IOException, InterruptedException {
    Path corpus = folder.resolve("corpus.jsonl");
    String out = benchmark("--size=100KB", "--runs=0", "--corpus=" + corpus);
    assertTrue(Files.size(corpus) >= 100_000);
    assertTrue(!out.contains("run local"), out);
  }

  private static String benchmark(String... options) throws IOException, InterruptedException {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "benchmark";
    arguments[1] = "--input";
    arguments[2] = "data/sample";
    System.arraycopy(options, 0, arguments, 3, options.length);
    Processes.Ended ended = Processes.run(Processes.broadsheet(List.of(), arguments));
    assertEquals(0, ended.exitCode(), ended.out());
    return ended.out();
  }
}
