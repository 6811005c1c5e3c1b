package dev.broadsheet.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  /** Options, and the same with one that has been added. */
  record Options(int length, String output) {}

  record MoreOptions(int length, String output, boolean added) {}

  private static String of(Record options) {
    return new Fingerprint().add(options, Set.of("output")).hex();
  }

  @Test
  void anOptionThatIsAddedIsPartOfItWithoutBeingTold() {
    assertNotEquals(of(new Options(3, "a")), of(new MoreOptions(3, "a", false)));
    assertNotEquals(of(new MoreOptions(3, "a", true)), of(new MoreOptions(3, "a", false)));
    assertNotEquals(of(new Options(3, "a")), of(new Options(4, "a")));
    assertEquals(of(new Options(3, "a")), of(new Options(3, "elsewhere")));
  }

  @Test
  void aByteOfAModelChangesIt() throws IOException {
    assertNotEquals(ofBytes(1, 2, 3), ofBytes(1, 2, 4));
    assertEquals(ofBytes(1, 2, 3), ofBytes(1, 2, 3));
    assertEquals(64, Models.bundled().fingerprint().length());
  }

  private static String ofBytes(int... values) throws IOException {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Fingerprint().add(new ByteArrayInputStream(bytes)).hex();
  }

  @Test
  void theBuildIsTheVersionAndAHashOfItsRules() {
    assertTrue(Version.build().startsWith(Version.CODE + "+"), Version.build());
    assertTrue(Version.rules().startsWith(Version.build().substring(Version.CODE.length() + 1)));
  }
}
