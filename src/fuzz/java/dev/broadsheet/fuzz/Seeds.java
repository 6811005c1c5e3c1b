package dev.broadsheet.fuzz;

import dev.broadsheet.read.Format;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The sample archive as first inputs. */
final class Seeds {

  private static final Path SAMPLE = Path.of("data/sample");

  /** Jazzer mutates short inputs best. */
  private static final int LONGEST = 8000;

  private Seeds() {}

  /** Writes what fits a target; its steps take texts. */
  static Path write(String target, Path folder) throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    for (Path file : files()) {
      boolean isGzip = Format.isGzip(file.toString());
      String label = Format.of(file.toString()).map(Format::label).orElse("");
      String wanted = Targets.formats().map(Format::label).anyMatch(target::equals) ? target : "text";
      if (target.equals(Targets.GZIP) ? isGzip : label.equals(wanted)) {
        byte[] bytes = target.equals(Targets.GZIP) ? Files.readAllBytes(file) : plain(file, isGzip);
        Files.write(folder.resolve("seed-" + number++), bytes);
      }
    }
    return folder;
  }

  private static byte[] plain(Path file, boolean isGzip) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = isGzip ? new GZIPInputStream(in) : in) {
      return plain.readNBytes(LONGEST);
    } catch (EOFException e) {
      return Files.readAllBytes(file); // the sample's cut file
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
