package dev.broadsheet.spark;

import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an embedded Spark needs of its machine: without it, it would end in riddles. */
final class Surroundings {

  private static final int CONNECT_MILLIS = 10_000;

  /** Enough for the libraries and the shuffled rows of a small run. */
  private static final int ROOM = 8 << 20;

  private static final String OTHER =
      "Make room there, or name another folder: TMPDIR=/other/folder jobs/broadsheet ...";

  private Surroundings() {}

  /**
   * Tries the folders for temporary files, and the master.
   *
   * @throws IOException naming what is not fit, and the way out
   */
  static void check(String master) throws IOException {
    checkFolder(System.getProperty("java.io.tmpdir"), OTHER);
    String local = System.getenv("SPARK_LOCAL_DIRS");
    for (String folder : local == null ? new String[0] : local.split(",", -1)) {
      checkFolder(folder, "Make room there, or change SPARK_LOCAL_DIRS.");
    }
    checkLibraries();
    if (master.startsWith("spark://")) {
      checkMaster(master);
    }
  }

  private static void checkFolder(String folder, String wayOut) throws IOException {
    try {
      Path made = Files.createDirectories(Path.of(folder));
      Path file = Files.createTempFile(made, "broadsheet", ".try");
      try {
        Files.write(file, new byte[ROOM]);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IOException(
          "The folder for temporary files, %s, cannot be used: %s. %s"
              .formatted(folder, reason(e), wayOut),
          e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof java.nio.file.FileAlreadyExistsException) {
      return "it is a file";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "this user may not write there";
    }
    return e instanceof java.nio.file.FileSystemException files && files.getReason() != null
        ? files.getReason()
        : String.valueOf(e.getMessage());
  }

  /** Libraries are unpacked there and loaded, which some administrators forbid (noexec). */
  private static void checkLibraries() throws IOException {
    try {
      Native.load();
    } catch (LinkageError e) {
      String folder = System.getProperty("java.io.tmpdir");
      throw new IOException(
          "No library can be loaded from the folder for temporary files, %s: it may be mounted noexec. %s"
              .formatted(folder, OTHER),
          e);
    }
  }

  /** Spark itself would try for a minute, and not say which. */
  private static void checkMaster(String master) throws IOException {
    IOException last = null;
    for (String address : master.substring("spark://".length()).split(",", -1)) {
      URI uri = URI.create("spark://" + address);
      if (uri.getHost() == null || uri.getPort() < 0) {
        throw new IOException("--master " + master + " is none: write spark://HOST:PORT.");
      }
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
        return;
      } catch (IOException e) {
        last = e;
      }
    }
    throw new IOException(
        "No master answers at %s. Start it, or correct --master.".formatted(master), last);
  }
}
