package dev.broadsheet.read;

import java.io.FilterInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The content of one member of an archive: its parser cannot close the archive, and what came of
 * reading it is kept. One thread.
 */
final class MemberContent extends FilterInputStream {

  /** So much of a bomb is expanded to find its end, if the archive does not say where that is. */
  private static final long MOST_SKIPPED = 256L << 20;

  private final ArchiveInputStream<?> archive;
  private final ArchiveEntry entry;
  private final Expansion expansion;
  private final long begin;
  private boolean broken;
  private boolean bomb;

  MemberContent(ArchiveInputStream<?> archive, ArchiveEntry entry, Expansion expansion) {
    super(expansion.of(archive));
    this.archive = archive;
    this.entry = entry;
    this.expansion = expansion;
    this.begin = expansion.expanded();
  }

  /**
   * Goes to the member's end; what its parser left is counted, too.
   *
   * @return false if reading failed, which the parser's last reject has told
   * @throws IOException if the archive cannot be read on, for a reason not told yet
   */
  boolean leave() throws IOException {
    byte[] rest = new byte[1 << 13];
    try {
      while (!broken && !bomb && read(rest, 0, rest.length) >= 0) {
        // on to the end
      }
    } catch (Expansion.Bomb e) {
      if (!bomb) {
        throw e;
      }
    }
    if (bomb) {
      expansion.excuse(begin);
      skip();
    }
    return !broken;
  }

  /** Packed bytes that the archive skips unexpanded when it goes on; 0 if it read to the end. */
  long unread() {
    return bomb && isSizeKnown() ? ((ZipArchiveEntry) entry).getCompressedSize() : 0;
  }

  private boolean isSizeKnown() {
    return entry instanceof ZipArchiveEntry zipped
        && zipped.getCompressedSize() >= 0
        && !zipped.getGeneralPurposeBit().usesDataDescriptor();
  }

  private void skip() throws IOException {
    byte[] rest = new byte[1 << 16];
    int count = isSizeKnown() ? -1 : 0;
    for (long skipped = 0; count >= 0; skipped += count) {
      if (skipped > MOST_SKIPPED) {
        throw new IOException("where the bomb " + entry.getName() + " ends is not known");
      }
      count = archive.read(rest, 0, rest.length);
      expansion.skip(Math.max(0, count));
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (Expansion.Bomb e) {
      bomb = e.isOf(expansion);
      broken = !bomb;
      throw e;
    } catch (IOException e) {
      broken = true;
      throw e;
    } catch (RuntimeException e) { // by the library, which trusts headers here and there
      broken = true;
      throw Archive.damaged(e);
    }
  }

  @Override
  public void close() {
    // the archive goes on
  }
}
