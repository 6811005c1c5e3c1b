package dev.broadsheet.spark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Instant;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right to write an output: a file beside it, put in place whole and only if there is none,
 * that names its holder. A holder on this machine whose process is gone is stale, and its lock is
 * taken over.
 */
public final class OutputLock implements AutoCloseable {

  /**
   * Who holds a lock.
   *
   * @param started the process's start, so that a reused process id is not taken for the holder
   */
  record Holder(String runId, String host, long pid, String started) {

    private static Holder self(String runId) throws IOException {
      ProcessHandle process = ProcessHandle.current();
      return new Holder(runId, hostName(), process.pid(), startOf(process));
    }

    private boolean isGone() throws IOException {
      return host.equals(hostName())
          && ProcessHandle.of(pid).filter(process -> startOf(process).equals(started)).isEmpty();
    }

    private static String startOf(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static String hostName() throws IOException {
      return InetAddress.getLocalHost().getHostName();
    }

    @Override
    public String toString() {
      return "run " + runId + " (process " + pid + " on " + host + ", started " + started + ")";
    }
  }

  private static final JsonMapper JSON = new JsonMapper();

  private final FileSystem files;
  private final Path path;

  private OutputLock(FileSystem files, Path path) {
    this.files = files;
    this.path = path;
  }

  /**
   * Takes the lock of an output.
   *
   * @throws OutputHeldException if a living run holds it
   * @throws IOException if the file beside the output cannot be written
   */
  public static OutputLock take(FileSystem files, Path output, String runId) throws IOException {
    Path path = new Path(output.getParent(), "." + output.getName() + ".lock");
    if (!files.mkdirs(path.getParent())) {
      throw new IOException(
          "The folder " + path.getParent() + " cannot be made; choose another --output.");
    }
    Holder self = Holder.self(runId);
    if (!create(files, path, self)) {
      removeStale(files, path, output, runId);
      if (!create(files, path, self)) {
        throw new OutputHeldException(output, "another run", path);
      }
    }
    return new OutputLock(files, path);
  }

  /** The lock appears with its holder's name in it: a kill in between leaves no lock of nobody. */
  private static boolean create(FileSystem files, Path path, Holder holder) throws IOException {
    Path written = path.suffix("." + holder.runId() + ".new");
    try (OutputStream out = files.create(written, true)) {
      out.write(JSON.writeValueAsBytes(holder));
    }
    try {
      return putInPlace(files, written, path);
    } finally {
      files.delete(written, false);
    }
  }

  /** Without replacing one that is there: a local rename would, so there it is a link. */
  private static boolean putInPlace(FileSystem files, Path written, Path path) throws IOException {
    if (!(files instanceof LocalFileSystem local)) {
      return files.rename(written, path);
    }
    try {
      Files.createLink(local.pathToFile(path).toPath(), local.pathToFile(written).toPath());
      return true;
    } catch (java.nio.file.FileAlreadyExistsException e) {
      return false;
    }
  }

  private static void removeStale(FileSystem files, Path path, Path output, String runId)
      throws IOException {
    Holder holder = read(files, path, output);
    if (!holder.isGone()) {
      throw new OutputHeldException(output, holder.toString(), path);
    }
    Path aside = path.suffix("." + runId);
    if (files.rename(path, aside)) {
      giveBackIfTaken(files, path, aside, output, holder);
      files.delete(aside, false);
    }
  }

  /** Between our reading and renaming another run may have taken the stale lock over. */
  private static void giveBackIfTaken(
      FileSystem files, Path path, Path aside, Path output, Holder stale) throws IOException {
    Holder found = read(files, aside, output);
    if (!found.equals(stale)) {
      files.rename(aside, path);
      throw new OutputHeldException(output, found.toString(), path);
    }
  }

  private static Holder read(FileSystem files, Path path, Path output) throws IOException {
    try (InputStream in = files.open(path)) {
      return JSON.readValue(in.readAllBytes(), Holder.class);
    } catch (IOException e) {
      throw new OutputHeldException(output, "a run that cannot be told (" + e + ")", path);
    }
  }

  @Override
  public void close() throws IOException {
    files.delete(path, false);
  }
}
