package dev.broadsheet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.read.FieldMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a benchmark of the sample says, but not how fast it is. */
class StepBenchmarkTest {

  @Test
  void eachFormatEachStepAndOpenNlpIsARow() throws IOException {
    List<RawArticle> sample =
        SourceArticles.read(List.of(Path.of("data/sample")), FieldMap.STANDARD);
    List<RawArticle> made = new CorpusMaker(sample).next(20);
    List<Timing> timings = new StepBenchmark(made).time(new Interleaved(List.of()), 1);
    BenchmarkReport report = BenchmarkReport.of(1, 1, timings);
    assertEquals(
        List.of(
            "parse text",
            "parse jsonl",
            "parse json",
            "parse csv",
            "parse nitf",
            "parse html",
            "parse warc",
            "step clean",
            "step language",
            "step segment",
            "step topics",
            "step summary",
            "all steps",
            "OpenNLP language",
            "OpenNLP segment"),
        timings.stream().map(Timing::name).toList());
    checkJson(new ObjectMapper().readTree(report.json()));
    assertTrue(report.text().contains("segment: times faster than OpenNLP"), report.text());
  }

  private static void checkJson(JsonNode json) {
    for (JsonNode timing : json.get("timings")) {
      assertEquals(20, timing.get("articles").asInt());
      assertTrue(timing.get("bytes").asLong() > 20_000, timing::toString);
      assertTrue(timing.get("mb_per_second").asDouble() > 0, timing::toString);
    }
    assertEquals(2, json.get("ratios").size());
    assertTrue(json.get("peak_resident_mb").isNull() || json.get("peak_resident_mb").asInt() > 10);
  }
}
