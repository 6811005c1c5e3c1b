package dev.broadsheet.spark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right to write an output: a file beside it, put in place whole and only if there is none,
 * that names its holder.
 *
 * <p>It is a lease. The holder gives the file a new time every few seconds. A holder whose process
 * can be looked up is dead if it has ended, and alive if not, also if it was stopped. Any other
 * holder is dead if the file does not change while we watch it. No clocks are compared. A holder
 * that was taken for dead finds another's file when it looks, and writes nothing more.
 */
public final class OutputLock implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(3);

  /** Without a sign for so many heartbeats, a holder counts as dead. */
  private static final int LEASE = 5;

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final FileSystem files;
  private final Path path;
  private final byte[] content;
  private final Thread heart;

  private OutputLock(FileSystem files, Path path, byte[] content, Duration heartbeat) {
    this.files = files;
    this.path = path;
    this.content = content;
    this.heart = new Thread(() -> beat(heartbeat), "broadsheet-lock");
    heart.setDaemon(true);
    heart.start();
  }

  private void beat(Duration heartbeat) {
    try {
      while (true) {
        Thread.sleep(heartbeat.toMillis());
        renew();
      }
    } catch (InterruptedException e) {
      // the lock is given back
    }
  }

  /**
   * Takes the lock of an output; waits for some seconds if the holder cannot be looked up.
   *
   * @throws OutputHeldException if a living run holds it
   * @throws IOException if the file beside the output cannot be written
   */
  public static OutputLock take(FileSystem files, Path output, String runId) throws IOException {
    return take(files, output, runId, HEARTBEAT);
  }

  static OutputLock take(FileSystem files, Path output, String runId, Duration heartbeat)
      throws IOException {
    Path path = new Path(output.getParent(), "." + output.getName() + ".lock");
    if (!files.mkdirs(path.getParent())) {
      throw new IOException(
          "The folder " + path.getParent() + " cannot be made; choose another --output.");
    }
    byte[] content = JSON.writeValueAsBytes(LockHolder.self(runId));
    if (!create(files, path, runId, content)) {
      removeIfDead(files, path, output, runId, heartbeat);
      if (!create(files, path, runId, content)) {
        throw new OutputHeldException(output, "another run", path);
      }
    }
    return new OutputLock(files, path, content, heartbeat);
  }

  /** The lock appears with its holder's name in it: a kill in between leaves no lock of nobody. */
  private static boolean create(FileSystem files, Path path, String runId, byte[] content)
      throws IOException {
    Path written = path.suffix("." + runId + ".new");
    try (OutputStream out = files.create(written, true)) {
      out.write(content);
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

  private static void removeIfDead(
      FileSystem files, Path path, Path output, String runId, Duration heartbeat)
      throws IOException {
    byte[] found = read(files, path);
    LockHolder holder = holder(found);
    boolean isHere = holder != null && holder.isHere();
    boolean isDead = isHere ? holder.isGone() : isSilent(files, path, found, heartbeat);
    if (!isDead) {
      String name = holder == null ? "a run that its lock does not name" : holder.toString();
      throw new OutputHeldException(output, name, path);
    }
    Path aside = path.suffix("." + runId);
    if (files.rename(path, aside)) {
      giveBackIfTaken(files, path, aside, output, found);
    }
  }

  /** Whether the file stays as it is for the time of a lease. */
  private static boolean isSilent(FileSystem files, Path path, byte[] found, Duration heartbeat)
      throws IOException {
    try {
      long modified = files.getFileStatus(path).getModificationTime();
      for (int beat = 0; beat < LEASE; beat++) {
        Thread.sleep(heartbeat.toMillis());
        boolean isSame = files.getFileStatus(path).getModificationTime() == modified;
        if (!isSame || !Arrays.equals(read(files, path), found)) {
          return false;
        }
      }
    } catch (FileNotFoundException e) {
      return true; // given back
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }

  /** Between our reading and renaming another run may have taken the dead one's lock over. */
  private static void giveBackIfTaken(
      FileSystem files, Path path, Path aside, Path output, byte[] dead) throws IOException {
    byte[] found = read(files, aside);
    boolean isTaken = !Arrays.equals(found, dead);
    if (isTaken) {
      putInPlace(files, aside, path);
    }
    files.delete(aside, false);
    if (isTaken) {
      throw new OutputHeldException(output, String.valueOf(holder(found)), path);
    }
  }

  private static byte[] read(FileSystem files, Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      return new byte[0]; // given back
    }
  }

  /** Null if the lock is damaged. */
  private static LockHolder holder(byte[] content) {
    try {
      return JSON.readValue(content, LockHolder.class);
    } catch (IOException e) {
      return null;
    }
  }

  /** Whatever file is there gets the new time: if it is another's by now, that does no harm. */
  private void renew() {
    try {
      files.setTimes(path, System.currentTimeMillis(), -1);
    } catch (IOException e) {
      // the next beat tries again; whether the lock is still ours is asked before each commit
    }
  }

  /** Whether no other run has taken this one for dead, and its lock over. */
  public boolean isHeld() throws IOException {
    return Arrays.equals(read(files, path), content);
  }

  /**
   * To be asked before each commit.
   *
   * @throws IOException if another run has taken the lock over
   */
  public void requireHeld() throws IOException {
    if (!isHeld()) {
      throw new IOException(
          "The lock "
              + path
              + " is another run's by now, or gone: this run gave no sign of life for too long. It"
              + " writes nothing more; start it again.");
    }
  }

  /** Gives the lock back; another's is left alone. */
  @Override
  public void close() throws IOException {
    heart.interrupt();
    if (isHeld()) {
      files.delete(path, false);
    }
  }
}
