package dev.broadsheet.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** How a file system tells what lies where. */
interface InputListing {

  /** What lies at a path that exists. */
  InputEntry at(Path path) throws IOException;

  /** What lies in a folder, in order of path. */
  List<InputEntry> children(InputEntry.Folder folder) throws IOException;

  /** Of local disks or of any other file system of Hadoop's. */
  static InputListing of(FileSystem system) {
    return system instanceof LocalFileSystem local
        ? new LocalListing(local)
        : new HadoopListing(system);
  }

  /** By Hadoop's statuses, which know files and folders only. */
  record HadoopListing(FileSystem system) implements InputListing {

    @Override
    public InputEntry at(Path path) throws IOException {
      return entry(system.getFileStatus(path));
    }

    @Override
    public List<InputEntry> children(InputEntry.Folder folder) throws IOException {
      List<InputEntry> children = new ArrayList<>();
      for (FileStatus status : system.listStatus(folder.path())) {
        children.add(entry(status));
      }
      children.sort(Comparator.comparing(InputEntry::path));
      return children;
    }

    private static InputEntry entry(FileStatus status) {
      Path path = status.getPath();
      if (status.isDirectory()) {
        return new InputEntry.Folder(path, path, false);
      }
      return status.isFile()
          ? new InputEntry.File(path, path, false, status.getLen(), status.getModificationTime())
          : new InputEntry.Odd(path, path, true, "It is a link. Give the file that it leads to.");
    }
  }
}
