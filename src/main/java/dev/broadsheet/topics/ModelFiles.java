package dev.broadsheet.topics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of a model directory as bytes by name, to load, to write and to send to executors. */
public final class ModelFiles {

  static final String CARD = "card.json";
  static final String TAXONOMY = "taxonomy.json";
  static final String WEIGHTS = "weights.bin";

  private static final String BUNDLED = "/dev/broadsheet/topics/default/";

  private ModelFiles() {}

  /**
   * Reads a model directory.
   *
   * @throws ModelFormatException if one of its files is not there
   */
  public static Map<String, byte[]> read(Path directory) throws IOException {
    return read(directory.toString(), name -> open(directory.resolve(name)));
  }

  /** The default model's files from the class path. */
  public static Map<String, byte[]> bundled() throws IOException {
    return read(
        "the default topic model", name -> ModelFiles.class.getResourceAsStream(BUNDLED + name));
  }

  /** Writes the files into the directory, which is made if it is missing. */
  public static void write(Map<String, byte[]> files, Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(directory.resolve(file.getKey()), file.getValue());
    }
  }

  private interface Opener {
    InputStream open(String name) throws IOException;
  }

  private static Map<String, byte[]> read(String place, Opener opener) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : new String[] {CARD, TAXONOMY, WEIGHTS}) {
      try (InputStream in = opener.open(name)) {
        if (in == null) {
          throw new ModelFormatException(
              place
                  + " is no topic model: it has no "
                  + name
                  + "; give a directory that train wrote.");
        }
        files.put(name, in.readAllBytes());
      }
    }
    return files;
  }

  private static InputStream open(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
  }
}
