package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class OutputLockTest {

  @Test
  void anOutputWhereNoFolderCanBeMadeIsSaidSo() throws IOException {
    assumeTrue(Files.exists(java.nio.file.Path.of("/proc/self")), "needs a folder of the kernel's");
    FileSystem files = FileSystem.getLocal(new Configuration());
    Path output = new Path("/proc/none/out");
    Exception error =
        assertThrows(IOException.class, () -> OutputLock.take(files, output, "a-run"));
    assertTrue(error.getMessage().contains("/proc/none cannot be made"), error.getMessage());
  }
}
