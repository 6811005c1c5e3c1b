package dev.broadsheet.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What the members of archives are called. */
final class MemberName {

  /** Of tars, which do not say how names are written: names that differ stay different. */
  static final Charset BYTES = StandardCharsets.ISO_8859_1;

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

  /** The member's name, safe to print and to join to a path. */
  static String shown(ArchiveEntry entry) {
    return escape(decoded(entry));
  }

  private static String decoded(ArchiveEntry entry) {
    if (entry instanceof TarArchiveEntry) {
      return decoded(entry.getName());
    }
    boolean isUnsure = entry instanceof ZipArchiveEntry && entry.getName().indexOf('\ufffd') >= 0;
    byte[] raw = isUnsure ? ((ZipArchiveEntry) entry).getRawName() : null;
    return raw == null ? entry.getName() : new String(raw, BYTES);
  }

  /** As UTF-8 if it is that; a name from a PAX header has been decoded before. */
  private static String decoded(String bytes) {
    try {
      ByteBuffer raw = BYTES.newEncoder().encode(CharBuffer.wrap(bytes));
      return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
    } catch (CharacterCodingException e) {
      return bytes;
    }
  }

  /** What tells a name from others, in 32 bytes. */
  static UUID hash(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
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
   * What is not plain is percent-encoded, and so are a slash at the begin and steps upwards. Of a
   * long name its end stays, behind a hash that tells it from others of that end.
   */
  static String escape(String name) {
    if (name.length() > LONGEST) {
      return hash(name) + "~" + escape(name.substring(name.length() - LONGEST));
    }
    boolean isAbsolute = name.startsWith("/");
    String path =
        Arrays.stream(name.substring(isAbsolute ? 1 : 0).split("/", -1))
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
