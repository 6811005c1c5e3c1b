package dev.broadsheet.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * Where a task reads its files. It remembers a failure of the storage, whatever a parser makes of
 * it: to a parser a disk that fails looks like a file that is damaged. One thread.
 */
final class Storage {

  private final Configuration hadoop;
  private StorageException failure;

  Storage(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  Configuration hadoop() {
    return hadoop;
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be opened: that is the file's own fault if it is gone or may
   *     not be read, else the storage's
   */
  FSDataInputStream open(Path path) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    try {
      return new FSDataInputStream(new Watched(path, unchecked(files).open(path)));
    } catch (IOException e) {
      throw isOfFile(e, files, path) ? e : failed(path, e);
    }
  }

  /**
   * Says whether the storage has failed.
   *
   * @throws StorageException if it has
   */
  void check() {
    if (failure != null) {
      throw failure;
    }
  }

  /** Hadoop's checksums of local files cannot be had for a name with a colon, such as a time. */
  private static FileSystem unchecked(FileSystem files) {
    return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
  }

  private static boolean isOfFile(IOException e, FileSystem files, Path path) throws IOException {
    boolean isDenied =
        e instanceof AccessControlException || String.valueOf(e.getMessage()).contains("denied");
    return isDenied || (e instanceof FileNotFoundException && !files.exists(path));
  }

  private IOException failed(Path path, IOException e) {
    if (failure == null) {
      failure = new StorageException(path, e);
    }
    return e;
  }

  /** A file's bytes; the first failure of any way to read them is remembered. */
  private final class Watched extends FSInputStream {

    private final Path path;
    private final FSDataInputStream in;

    private Watched(Path path, FSDataInputStream in) {
      this.path = path;
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException e) {
        throw failed(path, e);
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return in.read(target, offset, length);
      } catch (IOException e) {
        throw failed(path, e);
      }
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long target) throws IOException {
      return in.seekToNewSource(target);
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
