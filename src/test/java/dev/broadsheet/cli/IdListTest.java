package dev.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdListTest {

  private static final String LIST = "\ufeffa1\r\n\r\n a2 \r\na2\ncaf\u00e9";

  @TempDir private Path folder;

  private List<String> read(byte[] list) throws IOException {
    return IdList.read(Files.write(folder.resolve("ids"), list));
  }

  @Test
  void marksBlanksLineEndsAndRepeatsAreNoPartOfIds() throws IOException {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertEquals(List.of("a1", "a2", "caf\u00e9"), read(LIST.getBytes(charset)));
    }
    assertEquals(List.of(), read(new byte[0]));
  }

  @Test
  void whatIsNoTextIsRefusedByName() {
    for (byte[] binary : List.of(new byte[] {(byte) 0xe9, 10}, new byte[] {'a', 0, 'b'})) {
      Exception error = assertThrows(IOException.class, () -> read(binary));
      assertTrue(error.getMessage().contains("ids is no text"), error.getMessage());
    }
  }
}
