package dev.broadsheet.spark;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local disk as {@code faulty:/}, which fails, or is slow, as it is told. */
public final class FaultyFiles extends RawLocalFileSystem {

  /** Bytes that a faulty file gives before it fails. */
  private static final int GIVEN = 10;

  private static final Map<String, Integer> OPENED = new ConcurrentHashMap<>();

  private static volatile int faults;
  private static volatile int millis;

  /** From now on the first so many openings of each file give a stream that fails. */
  static void fail(int openings) {
    OPENED.clear();
    faults = openings;
  }

  /** From now on each read takes so long, and gives a byte only. */
  static void slow(int millisOfRead) {
    millis = millisOfRead;
  }

  @Override
  public URI getUri() {
    return URI.create("faulty:///");
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    boolean fails = OPENED.merge(path.toString(), 1, Integer::sum) <= faults;
    return new FSDataInputStream(new Faulty(super.open(path, bufferSize), fails));
  }

  private static final class Faulty extends FSInputStream {

    private final FSDataInputStream in;
    private final boolean fails;
    private int given;

    private Faulty(FSDataInputStream in, boolean fails) {
      this.in = in;
      this.fails = fails;
    }

    @Override
    public int read() throws IOException {
      given++;
      if (fails && given > GIVEN) {
        throw new IOException("Input/output error");
      }
      pause();
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return super.read(target, offset, millis > 0 || fails ? Math.min(1, length) : length);
    }

    private static void pause() {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
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
    public boolean seekToNewSource(long target) {
      return false;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
