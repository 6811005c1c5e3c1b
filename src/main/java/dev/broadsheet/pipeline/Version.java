package dev.broadsheet.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The version of the code, as the build wrote it. */
public final class Version {

  /** Such as {@code 0.2.0}. */
  public static final String CODE = property("version");

  /** Packages of which the classes decide what a row is. */
  private static final List<String> RULES =
      List.of("article", "clean", "language", "pipeline", "read", "segment", "summary", "topics");

  private static final int SHOWN = 12;

  private Version() {}

  /**
   * The version with the beginning of {@link #rules}, such as {@code 0.2.0+1f0c…}: rows of equal
   * records by equal builds with equal models and settings are equal.
   */
  public static String build() {
    return Rules.BUILD;
  }

  /** Hash of all classes that decide what a row is, and of the versions of their libraries. */
  public static String rules() {
    return Rules.HASH;
  }

  private static String property(String name) {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/dev/broadsheet/version.properties")) {
      properties.load(in);
      return properties.getProperty(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read when first asked for: most commands need no more than the version. */
  private static final class Rules {

    private static final String HASH = read();
    private static final String BUILD = CODE + "+" + HASH.substring(0, SHOWN);

    private static String read() {
      try {
        URI code = Version.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path place = Path.of(code);
        if (Files.isDirectory(place)) {
          return hash(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          return hash(jar.getPath("/"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The classes of Broadsheet cannot be read.", e);
      } catch (URISyntaxException e) {
        throw new IllegalStateException("Java knows where its classes are", e);
      }
    }

    private static String hash(Path root) throws IOException {
      Fingerprint fingerprint = new Fingerprint().add(property("libraries"));
      for (String name : RULES) {
        add(fingerprint, root.resolve("dev/broadsheet").resolve(name));
      }
      return fingerprint.hex();
    }

    private static void add(Fingerprint fingerprint, Path folder) throws IOException {
      try (Stream<Path> all = Files.walk(folder)) {
        List<Path> classes =
            all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        for (Path file : classes) {
          fingerprint.add(file.getFileName().toString()).add(Files.newInputStream(file));
        }
      }
    }
  }
}
