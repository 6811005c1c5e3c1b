package dev.broadsheet.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.pipeline.HostileFiles.Hostile;
import dev.broadsheet.read.ArticleReader;
import dev.broadsheet.read.FieldMap;
import dev.broadsheet.read.Limits;
import dev.broadsheet.read.Records;
import dev.broadsheet.read.Source;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostileFilesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final long SECONDS = 2;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final ArticleReader reader = new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT);
  private final ArticlePipeline pipeline =
      new ArticlePipeline(Models.bundled(), PipelineOptions.defaults(NOW), new StepClock());

  @Test
  void eachRecordEndsAsItMustInTwoSecondsAndItsNeighboursAreUntouched() {
    for (Map.Entry<String, Hostile> file : HostileFiles.all().entrySet()) {
      assertEquals(
          file.getValue().ends(), ends(file.getKey(), file.getValue().bytes()), file.getKey());
    }
  }

  private List<String> ends(String name, byte[] bytes) {
    Source source = new Source("file:/in/" + name, name);
    Records records = reader.read(source, from -> new ByteArrayInputStream(bytes), null);
    List<String> ends = new ArrayList<>();
    long begin = CPU.getCurrentThreadCpuTime();
    while (records.hasNext()) {
      Incoming incoming = records.next();
      Outcome outcome = pipeline.process(incoming);
      long seconds = (CPU.getCurrentThreadCpuTime() - begin) / 1_000_000_000;
      assertTrue(seconds < SECONDS, () -> name + ": a record took " + seconds + " s");
      ends.add(outcome instanceof Rejected rejected ? rejected.reason().name() : "good");
      begin = CPU.getCurrentThreadCpuTime();
    }
    return ends;
  }
}
