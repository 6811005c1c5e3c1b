package dev.broadsheet.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What the members of archives are called. */
final class MemberName {

  /** Names above this are cut: an archive may give a member a name of megabytes. */
  private static final int LONGEST = 1000;

  private MemberName() {}

  /** Whether a member is a file that a walk through a folder would take, too. */
  static boolean isRead(ArchiveEntry entry) {
    return !entry.isDirectory() && !isSpecial(entry) && !isHidden(entry.getName());
  }

  /** A link, or a device; what it points to is not in it. */
  private static boolean isSpecial(ArchiveEntry entry) {
    if (entry instanceof TarArchiveEntry tar) {
      return tar.isSymbolicLink()
          || tar.isLink()
          || tar.isFIFO()
          || tar.isBlockDevice()
          || tar.isCharacterDevice();
    }
    return entry instanceof ZipArchiveEntry zip && zip.isUnixSymlink();
  }

  /** The member's place: {@code archive.zip!/folder/a.xml}. */
  static Source source(Source archive, ArchiveEntry entry) {
    String name = "!/" + escape(entry.getName());
    return new Source(archive.uri() + name, archive.relativePath() + name);
  }

  private static boolean isHidden(String name) {
    for (String part : name.split("[/\\\\]", -1)) {
      boolean isStep = part.equals(".") || part.equals("..");
      if (part.startsWith("_") || (part.startsWith(".") && !isStep)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A name that is safe to print and to join to a path: what is not plain is percent-encoded, and
   * so are a slash at the begin and steps upwards.
   */
  static String escape(String name) {
    String end = name.substring(Math.max(0, name.length() - LONGEST));
    boolean isAbsolute = end.startsWith("/");
    String path =
        Arrays.stream(end.substring(isAbsolute ? 1 : 0).split("/", -1))
            .map(MemberName::escapeStep)
            .collect(Collectors.joining("/"));
    return isAbsolute ? "%2F" + path : path;
  }

  private static String escapeStep(String step) {
    return step.equals(".") || step.equals("..") ? step.replace(".", "%2E") : encode(step);
  }

  private static String encode(String part) {
    StringBuilder encoded = new StringBuilder();
    part.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " -._~()+,@=&'".indexOf(c) >= 0) {
                encoded.appendCodePoint(c);
              } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append("%%%02X".formatted(b));
                }
              }
            });
    return encoded.toString();
  }
}
