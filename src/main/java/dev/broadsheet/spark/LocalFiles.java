package dev.broadsheet.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, with permissions set by Java itself: without its native library
 * Hadoop starts a process, chmod, for each file and folder that it makes.
 */
public final class LocalFiles extends LocalFileSystem {

  private static final int PERMISSIONS = 0777;

  /** For Hadoop, which makes it by its name in {@code fs.file.impl}. */
  public LocalFiles() {
    super(new Raw());
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      boolean isPlain = permission.toShort() == (permission.toShort() & PERMISSIONS);
      if (isPlain && Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permission.toString()));
      } else {
        super.setPermission(path, permission);
      }
    }
  }
}
