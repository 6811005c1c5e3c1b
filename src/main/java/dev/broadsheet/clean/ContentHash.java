package dev.broadsheet.clean;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * SHA-256 over an article's content. Each field goes in as its length in bytes and its UTF-8, so
 * that no two contents give the same bytes.
 */
public final class ContentHash {

  private final MessageDigest digest = DigestUtils.getSha256Digest();

  private ContentHash() {}

  /** In hex; {@code published} may be null. */
  public static String of(String title, String text, Instant published, List<String> tags) {
    ContentHash hash = new ContentHash();
    hash.add(title);
    hash.add(text);
    hash.add(published == null ? "" : published.toString());
    tags.forEach(hash::add);
    return Hex.encodeHexString(hash.digest.digest());
  }

  private void add(String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }
}
