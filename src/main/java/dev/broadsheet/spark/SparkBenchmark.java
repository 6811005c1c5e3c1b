package dev.broadsheet.spark;

import dev.broadsheet.benchmark.BenchmarkReport;
import dev.broadsheet.benchmark.Interleaved;
import dev.broadsheet.benchmark.Timing;
import dev.broadsheet.benchmark.Work;
import dev.broadsheet.report.ProgressDisplay;
import dev.broadsheet.segment.StockSegmenter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Whole jobs on an embedded Spark: ours, the same read and write without any work on the text, and
 * OpenNLP's own classes doing only sentences and tokens. One thread; closes its session.
 */
public final class SparkBenchmark implements AutoCloseable {

  private static final StructType CORPUS =
      StructType.fromDDL(
          "id STRING, title STRING, published STRING, tags ARRAY<STRING>, text STRING");

  private static final int WARM_UPS = 1;

  private final Path corpus;
  private final Path output;
  private final long bytes;
  private final long articles;
  private SparkSession session;
  private String opened;

  /**
   * @param corpus JSON Lines, as the corpus maker writes them
   * @param output a folder that each job deletes and writes
   */
  public SparkBenchmark(Path corpus, Path output, long bytes, long articles) {
    this.corpus = corpus;
    this.output = output;
    this.bytes = bytes;
    this.articles = articles;
  }

  /** Times the jobs; the one on one core is last, as each change of cores costs a session. */
  public List<Timing> time(Interleaved plan, int rounds) throws IOException {
    add(plan, BenchmarkReport.FLOOR, 2, () -> write(read()));
    add(plan, BenchmarkReport.STOCK, 2, () -> write(countedByOpenNlp()));
    add(plan, BenchmarkReport.RUN, 2, this::runJob);
    add(plan, BenchmarkReport.RUN_ON_ONE, 1, this::runJob);
    return plan.run(WARM_UPS, rounds);
  }

  @Override
  public void close() {
    if (session != null) {
      session.stop();
      session = null;
    }
  }

  private void add(Interleaved plan, String name, int cores, Job job) {
    plan.add(name, bytes, articles, new OnSpark("local[" + cores + "]", job));
  }

  private Dataset<Row> read() {
    return session.read().schema(CORPUS).json(corpus.toString());
  }

  private Dataset<Integer> countedByOpenNlp() {
    MapPartitionsFunction<String, Integer> count =
        texts -> {
          StockSegmenter segmenter = new StockSegmenter();
          Iterable<String> all = () -> texts;
          return StreamSupport.stream(all.spliterator(), false).map(segmenter::count).iterator();
        };
    return read().select("text").as(Encoders.STRING()).mapPartitions(count, Encoders.INT());
  }

  private void write(Dataset<?> rows) {
    rows.write()
        .option("compression", "zstd")
        .option("parquet.block.size", StagedOutput.ROW_GROUP_BYTES)
        .parquet(output.toString());
  }

  private void runJob() throws IOException {
    RunSettings settings = RunSettings.defaults(corpus.toString(), output.toString());
    new ArticleJob(session, settings).run(quiet());
  }

  private static ProgressDisplay quiet() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new ProgressDisplay(new PrintStream(nowhere, false, StandardCharsets.UTF_8), false);
  }

  private interface Job {
    void run() throws IOException;
  }

  /** A job in a session of its own master, into no earlier output; both are made ready untimed. */
  private final class OnSpark implements Work {

    private final String master;
    private final Job job;

    private OnSpark(String master, Job job) {
      this.master = master;
      this.job = job;
    }

    @Override
    public void prepare() throws IOException {
      FileUtil.fullyDelete(output.toFile());
      if (session == null || !master.equals(opened)) {
        close();
        session = Sessions.open(master, false);
        opened = master;
      }
    }

    @Override
    public void run() throws IOException {
      job.run();
    }
  }
}
