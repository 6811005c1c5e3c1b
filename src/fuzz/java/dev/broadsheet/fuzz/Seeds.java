package dev.broadsheet.fuzz;

import com.github.luben.zstd.ZstdInputStream;
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
      if (fits(file.toString(), target)) {
        byte[] bytes = isCompression(target) ? Files.readAllBytes(file) : plain(file);
        Files.write(folder.resolve("seed-" + number++), bytes);
      }
    }
    return folder;
  }

  private static boolean fits(String file, String target) {
    return switch (target) {
      case Targets.GZIP -> Format.isGzip(file);
      case Targets.ZSTD -> Format.isZstd(file);
      case Targets.CLEANER, Targets.SEGMENTER, Targets.PIPELINE -> isOf(file, Format.TEXT);
      default -> isOf(file, kept(Format.named(target)));
    };
  }

  /** The format by whose name the samples of a format go. */
  private static Format kept(Format format) {
    return switch (format) {
      case NITF, NEWSML_G2 -> Format.XML;
      case NINJS -> Format.JSON;
      default -> format;
    };
  }

  private static boolean isOf(String file, Format format) {
    return Format.of(file).filter(format::equals).isPresent();
  }

  private static boolean isCompression(String target) {
    return target.equals(Targets.GZIP) || target.equals(Targets.ZSTD);
  }

  private static byte[] plain(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = unpacked(file.toString(), in)) {
      return plain.readNBytes(LONGEST);
    } catch (EOFException e) {
      return Files.readAllBytes(file); // the sample's cut file
    }
  }

  private static InputStream unpacked(String name, InputStream in) throws IOException {
    if (Format.isGzip(name)) {
      return new GZIPInputStream(in);
    }
    return Format.isZstd(name) ? new ZstdInputStream(in) : in;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
