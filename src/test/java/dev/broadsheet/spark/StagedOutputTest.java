package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedOutputTest {

  @TempDir private Path folder;

  @Test
  void columnsThatSeldomRepeatAValueHaveNoDictionary() throws IOException {
    SharedSpark.run(Path.of("data/sample/wire.jsonl"), folder.resolve("out"));
    Set<String> plain = new TreeSet<>();
    for (ColumnChunkMetaData column : columns(folder.resolve("out/articles"))) {
      if (column.getEncodings().stream().noneMatch(Encoding::usesDictionary)) {
        plain.add(column.getPath().toDotString());
      }
    }
    List<String> expected =
        List.of(
            "article_id",
            "content_sha256",
            "language_confidence",
            "source_uri",
            "summary",
            "summary_sentences.list.element.score",
            "text",
            "title",
            "topics.list.element.evidence.list.element.contribution",
            "topics.list.element.probability");
    assertTrue(plain.containsAll(expected), plain::toString);
    assertFalse(plain.contains("run_id"));
  }

  private static List<ColumnChunkMetaData> columns(Path articles) throws IOException {
    try (Stream<Path> files = Files.list(articles)) {
      Path file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      var input =
          HadoopInputFile.fromPath(
              new org.apache.hadoop.fs.Path(file.toUri()), new Configuration());
      try (ParquetFileReader reader = ParquetFileReader.open(input)) {
        return reader.getFooter().getBlocks().get(0).getColumns();
      }
    }
  }
}
