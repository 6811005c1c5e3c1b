package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.broadsheet.spark.OutputHeldException;
import dev.broadsheet.spark.OutputLock;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.SharedSpark;
import dev.broadsheet.spark.Verification;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs and syncs from and to a real HDFS: a name node and a data node in this JVM. */
class HdfsTest {

  @TempDir private static Path folder;
  private static MiniDFSCluster cluster;
  private static FileSystem hdfs;
  private static Path input;
  private static GrowingArchive archive;

  @BeforeAll
  static void startHdfs() throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    cluster = new MiniDFSCluster.Builder(hadoop).numDataNodes(1).build();
    cluster.waitActive();
    hdfs = cluster.getFileSystem();
    input = Files.createDirectory(folder.resolve("in"));
    archive = new GrowingArchive(input, 11);
    archive.night(30, 0, 2);
    upload();
  }

  /** With the files' times, which tell which record of an id is the last. */
  private static void upload() throws IOException {
    try (Stream<Path> files = Files.list(input)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        var target = new org.apache.hadoop.fs.Path("/in/" + file.getFileName());
        hdfs.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toString()), target);
        hdfs.setTimes(target, Files.getLastModifiedTime(file).toMillis(), -1);
      }
    }
  }

  @AfterAll
  static void stopHdfs() {
    if (cluster != null) {
      cluster.shutdown(true);
    }
  }

  private static String uri(String path) {
    return cluster.getURI() + path;
  }

  @Test
  void aRunGivesTheRowsThatItGivesOnLocalFilesAndIsReplacedAndAddedTo() throws IOException {
    Path local = folder.resolve("local");
    SharedSpark.run(input, local);
    SharedSpark.run(uri("/in"), uri("/out"), Mode.ERROR);
    SharedSpark.run(uri("/in"), uri("/out"), Mode.OVERWRITE);
    SharedSpark.run(uri("/in"), uri("/out"), Mode.APPEND);
    for (String rows : List.of("articles", "rejects")) {
      assertEquals(
          SharedSpark.comparable(local.toString(), rows, "source_uri"),
          SharedSpark.comparable(uri("/out"), rows, "source_uri"));
    }
    assertEquals(List.of(), Verification.of(SharedSpark.SESSION, uri("/out")).failures());
    assertFalse(hdfs.exists(new org.apache.hadoop.fs.Path("/.out.lock")));
  }

  @Test
  void syncsFollowTheArchiveAndASecondOneAtOnceIsRefused() throws IOException {
    Tables tables = new Tables(uri("/in"), uri("/table"));
    tables.sync();
    assertEquals(0, tables.sync().counts().read());
    archive.night(10, 4, 1);
    upload();
    tables.sync();
    assertEquals(archive.titles(), tables.titles());
    assertEquals(archive.damaged(), tables.rows(Name.REJECTS).size());
    assertEquals(List.of(), tables.failures());
    try (OutputLock lock =
        OutputLock.take(hdfs, new org.apache.hadoop.fs.Path(uri("/table")), "other")) {
      assertThrows(OutputHeldException.class, tables::sync);
    }
  }
}
