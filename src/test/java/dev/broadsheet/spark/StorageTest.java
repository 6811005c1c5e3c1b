package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.read.Format;
import dev.broadsheet.report.RunReport;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.topics.TopicNames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A storage that fails is no fault of the articles on it. */
class StorageTest {

  private static final String TEXT =
      "The foreign ministers of both states met in Vienna on Monday to end the dispute.";

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void makeInput() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    String line = "{\"id\": \"%s\", \"text\": \"" + TEXT + "\"}";
    Files.writeString(input.resolve("a.txt"), TEXT);
    Files.writeString(input.resolve("b.jsonl"), line.formatted("b"));
    Files.writeString(input.resolve("c.json"), line.formatted("c"));
    Files.writeString(input.resolve("d.xml"), "<nitf><body><p>" + TEXT + "</p></body></nitf>");
    Files.writeString(
        input.resolve("e.html"), "<html><body><p>" + (TEXT + " ").repeat(9) + "</p></body></html>");
    Files.writeString(input.resolve("f.csv"), "id,text\nf," + TEXT + "\n");
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(input.resolve("g.txt.gz")))) {
      gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(input.resolve("h.zip")))) {
      for (String name : new String[] {"1.txt", "2.txt"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(TEXT.getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.copy(parquet(), input.resolve("i.parquet"));
  }

  private Path parquet() throws IOException {
    Path made = folder.resolve("parquet");
    SharedSpark.SESSION
        .createDataset(List.of(TEXT), Encoders.STRING())
        .toDF("text")
        .coalesce(1)
        .write()
        .parquet(made.toString());
    try (Stream<Path> files = Files.list(made)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @AfterEach
  void mendStorage() {
    FaultyFiles.fail(0);
    FaultyFiles.slow(0);
  }

  private RunReport run(String name) throws IOException {
    return SharedSpark.run(
        "faulty://" + input.resolve(name), folder.resolve("out").toString(), Mode.OVERWRITE);
  }

  private List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(input)) {
      return files.sorted().toList();
    }
  }

  @Test
  void aFailureOfTheStorageIsToldInEachFormatAndIsNoReject() throws IOException {
    for (Path file : inputs()) {
      FaultyFiles.fail(1);
      StorageException failure =
          assertThrows(StorageException.class, () -> read(file), file::toString);
      String told = file + " cannot be read (Input/output error)";
      assertTrue(failure.getMessage().contains(told), failure.getMessage());
      List<Incoming> records = read(file);
      assertFalse(records.isEmpty());
      records.forEach(record -> assertInstanceOf(RawArticle.class, record, record::toString));
    }
  }

  private static List<Incoming> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    Format format = Format.of(name).orElseThrow();
    List<Incoming> read = new ArrayList<>();
    try (SliceRecords records =
        records(new Slice("faulty://" + file, name, format, 0, 0, Files.size(file), null))) {
      records.forEachRemaining(read::add);
    }
    return read;
  }

  @Test
  void aTaskWhoseStorageFailsOnceIsTriedAgain() throws IOException {
    FaultyFiles.fail(1);
    RunReport.Counts counts = run("b.jsonl").counts();
    assertEquals("1 0", counts.articles() + " " + counts.rejected());
  }

  @Test
  void aStorageThatKeepsFailingFailsTheRunAndTheOutputStays() throws IOException {
    run("b.jsonl");
    FaultyFiles.fail(Integer.MAX_VALUE);
    Exception failure = assertThrows(Exception.class, () -> run("a.txt"));
    assertTrue(
        Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(StorageException.class::isInstance));
    assertEquals(List.of("b"), SharedSpark.values(folder.resolve("out"), "articles", "article_id"));
    assertFalse(Files.exists(folder.resolve(".out.staging")));
  }

  @Test
  void aSlowStorageIsWaitedFor() throws IOException {
    FaultyFiles.slow(1);
    assertEquals(1, run("b.jsonl").counts().articles());
  }

  @Test
  void aFileThatIsGoneSinceItWasListedIsAReject() throws IOException {
    Slice gone =
        new Slice(input.resolve("none.txt").toUri().toString(), "n", Format.TEXT, 0, 0, 9, null);
    try (SliceRecords records = records(gone)) {
      Rejected rejected = (Rejected) records.next();
      assertEquals(RejectReason.UNREADABLE_FILE, rejected.reason());
    }
  }

  @Test
  void aTaskThatEndsEarlyLeavesNoTemporaryFiles() throws IOException {
    Path packed = input.resolve("p.parquet.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(input.resolve("i.parquet"), gzip);
    }
    List<Path> unpacked;
    try (SliceRecords records =
        records(new Slice(packed.toUri().toString(), "p", Format.PARQUET, 0, 0, 9, null))) {
      assertTrue(records.hasNext());
      unpacked = copies(input.resolve("i.parquet"));
      assertFalse(unpacked.isEmpty());
    }
    unpacked.forEach(file -> assertFalse(Files.exists(file), file::toString));
    Path spilled = folder.resolve("spill.jsonl");
    org.apache.hadoop.fs.Path spill = new org.apache.hadoop.fs.Path(spilled.toUri());
    try (RejectSpill rejects = new RejectSpill(spill.getFileSystem(new Configuration()), spill)) {
      rejects.add(new Rejected("a", RejectReason.NOT_TEXT, "b", null), "file:/a");
      assertTrue(Files.exists(spilled));
    }
    assertFalse(Files.exists(spilled));
  }

  /** Files for temporary use that hold the same. */
  private static List<Path> copies(Path of) throws IOException {
    List<Path> copies = new ArrayList<>();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(temporary, "*.parquet")) {
      for (Path file : files) {
        if (Files.mismatch(file, of) < 0) {
          copies.add(file);
        }
      }
    }
    return copies;
  }

  private static SliceRecords records(Slice slice) {
    TaskSettings settings =
        new TaskSettings("", PipelineOptions.defaults(Instant.EPOCH), TopicNames.ENGLISH, "", null);
    return new SliceRecords(
        List.of(new Slice[][] {{slice}}).iterator(),
        settings,
        ProgressCounters.in(SharedSpark.SESSION.sparkContext()),
        new Configuration());
  }
}
