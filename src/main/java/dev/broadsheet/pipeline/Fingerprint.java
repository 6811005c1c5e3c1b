package dev.broadsheet.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Hashes that name what makes a row. Add in a fixed order; one thread. */
public final class Fingerprint {

  private final MessageDigest digest = DigestUtils.getSha256Digest();

  /** Adds a text. */
  public Fingerprint add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /**
   * Adds all bytes of a stream, and closes it.
   *
   * @throws IOException if it cannot be read
   */
  public Fingerprint add(InputStream bytes) throws IOException {
    try (InputStream in = new DigestInputStream(bytes, digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return this;
  }

  /**
   * Adds a record's components, by name and value: one that is new is added without being told.
   *
   * @param without names of components that are left out
   */
  public Fingerprint add(Record settings, Set<String> without) {
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      if (!without.contains(component.getName())) {
        add(component.getName() + "=" + value(component, settings));
      }
    }
    return this;
  }

  private static Object value(RecordComponent component, Record settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record has its components", e);
    }
  }

  /** Ends it: hex SHA-256. */
  public String hex() {
    return Hex.encodeHexString(digest.digest());
  }
}
