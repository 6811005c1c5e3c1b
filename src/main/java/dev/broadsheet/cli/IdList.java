package dev.broadsheet.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a list of ids, as people and their programs write such lists. */
final class IdList {

  private static final String MARK = "\ufeff";

  private IdList() {}

  /**
   * The ids, each once: one a line, in UTF-8, or in UTF-16 with a byte order mark; without blanks
   * around them.
   *
   * @throws IOException if the file cannot be read, or is no text
   */
  static List<String> read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text =
          charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace(MARK, "");
      if (text.indexOf('\0') < 0) {
        return text.lines().map(String::strip).filter(id -> !id.isEmpty()).distinct().toList();
      }
    } catch (CharacterCodingException e) {
      // said below
    }
    throw new IOException(file + " is no text in UTF-8. Give a file with one id a line.");
  }

  private static Charset charset(byte[] bytes) {
    boolean isMarked =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe));
    return isMarked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
