package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twenty thousand real articles, one in a hundred damaged. */
@Timeout(600)
class ArchiveIT {

  private static final int SIZE = 20_000;
  private static final List<String> ONE_GB_AND_TURKISH =
      List.of("-Xmx1g", "-Duser.language=tr", "-Duser.country=TR");

  @TempDir private static Path folder;
  private static Path input;
  private static Path output;
  private static Map<Long, String> damaged;

  @BeforeAll
  static void runWithOneGigabyteAndTurkishAsDefault() throws IOException, InterruptedException {
    assumeTrue(Files.isDirectory(DamagedArchive.SHARED), "needs " + DamagedArchive.SHARED);
    input = folder.resolve("archive.jsonl");
    output = folder.resolve("out-4");
    damaged = DamagedArchive.write(input, SIZE);
    Processes.Ended ended =
        Processes.run(
            Processes.broadsheet(
                ONE_GB_AND_TURKISH,
                "run",
                "--partitions=4",
                "--input=" + input,
                "--output=" + output));
    assertEquals(0, ended.exitCode(), ended.out());
  }

  @Test
  void everyDamagedLineIsARejectWithItsReasonAndNothingElseIsLost() {
    Map<Long, String> rejects = new TreeMap<>();
    long others = 0;
    for (Row row : SharedSpark.rows(output, "rejects")) {
      String source = row.getAs("source_uri");
      String reason = row.getAs("reason");
      long offset = Long.parseLong(source.substring(source.indexOf("#byte=") + 6));
      if (damaged.containsKey(offset)) {
        rejects.put(offset, reason);
      } else {
        others++;
        assertEquals("UNSUPPORTED_LANGUAGE", reason, row::toString);
      }
    }
    assertEquals(damaged, rejects);
    assertEquals(SIZE, SharedSpark.rows(output, "articles").size() + rejects.size() + others);
  }

  @Test
  void theOutputIsWhatItSays() throws IOException {
    assertEquals(List.of(), SharedSpark.failures(output));
  }

  @Test
  void oneOrSixteenPartitionsAndAnotherLocaleGiveTheSameRows() throws IOException {
    for (int partitions : new int[] {1, 16}) {
      Path other = folder.resolve("out-" + partitions);
      SharedSpark.run(SharedSpark.settings(input, other, Mode.ERROR, PartitionBy.NONE, partitions));
      for (String rows : List.of("articles", "rejects")) {
        assertEquals(SharedSpark.comparable(output, rows), SharedSpark.comparable(other, rows));
      }
    }
  }
}
