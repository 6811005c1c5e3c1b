package dev.broadsheet.clean;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over an article's content. Each field goes in as its length in bytes and its UTF-8, so
 * that no two contents give the same bytes.
 */
public final class ContentHash {

  private final MessageDigest digest;

  private ContentHash() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** In hex; {@code published} may be null. */
  public static String of(String title, String text, Instant published, List<String> tags) {
    ContentHash hash = new ContentHash();
    hash.add(title);
    hash.add(text);
    hash.add(published == null ? "" : published.toString());
    tags.forEach(hash::add);
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }
}
