package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

  @TempDir private Path folder;

  @Test
  void permissionsAreThoseThatHadoopsOwnClassGives() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    assertEquals(permissions(new LocalFileSystem()), permissions(new LocalFiles()));
  }

  private List<String> permissions(FileSystem files) throws IOException {
    files.initialize(URI.create("file:///"), new Configuration());
    Path made = folder.resolve(files.getClass().getSimpleName());
    files.mkdirs(hadoop(made), new FsPermission("750"));
    files.create(hadoop(made.resolve("plain"))).close();
    files.setPermission(hadoop(made.resolve("plain")), new FsPermission("604"));
    files.create(hadoop(made.resolve("default"))).close();
    files.mkdirs(hadoop(made.resolve("sticky")), new FsPermission("1777"));
    return List.of(
        mode(made),
        mode(made.resolve("plain")),
        mode(made.resolve("default")),
        mode(made.resolve("sticky")));
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toString());
  }

  private static String mode(Path path) throws IOException {
    return Files.getAttribute(path, "unix:mode")
        + PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void theEmbeddedSparkUsesIt() throws IOException {
    Configuration hadoop = SharedSpark.SESSION.sparkContext().hadoopConfiguration();
    assertInstanceOf(LocalFiles.class, hadoop(folder).getFileSystem(hadoop));
  }
}
