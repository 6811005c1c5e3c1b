package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * The records of all files in an archive, read as a stream: nothing is written to disk, so a
 * member's path is no more than a name. Folders, links and hidden files are no members. What is
 * wrong with a member is the member's reject; what is wrong with the archive ends it.
 */
final class Archive implements RecordParser {

  private static final int MAX_DEPTH = 3;

  private final Source source;
  private final ArticleReader reader;
  private final Format memberFormat;
  private final Metered packed;
  private final Limits limits;
  private final EndWatch watched;
  private final ArchiveInputStream<?> archive;
  private final Expansion expansion;
  private final int depth;
  private Shielded content;
  private Records member;

  /**
   * @param format ZIP or TAR
   * @param memberFormat of all members; null to go by their names
   * @param around null if the archive lies in no other
   * @throws BadFile if it lies in too many
   */
  Archive(
      Source source,
      InputStream in,
      Format format,
      Format memberFormat,
      ArticleReader reader,
      Limits limits,
      Archive around)
      throws BadFile {
    this.source = source;
    this.reader = reader;
    this.memberFormat = memberFormat;
    this.limits = limits;
    this.depth = around == null ? 1 : around.depth + 1;
    if (depth > MAX_DEPTH) {
      throw new BadFile(
          RejectReason.NOT_TEXT,
          "Archives lie in each other deeper than " + MAX_DEPTH + "; unpack them.",
          null);
    }
    this.watched = new EndWatch(in, format == Format.ZIP);
    this.packed = new Metered(watched);
    this.expansion = new Expansion(limits, packed::taken, around == null ? null : around.expansion);
    this.archive = open(packed, format);
  }

  private static ArchiveInputStream<?> open(InputStream in, Format format) {
    String utf8 = StandardCharsets.UTF_8.name();
    return format == Format.ZIP
        ? new ZipArchiveInputStream(in, utf8, true)
        : new TarArchiveInputStream(in, utf8);
  }

  /** What all members expand to. */
  Expansion expansion() {
    return expansion;
  }

  @Override
  public Incoming next() throws IOException {
    while (member == null || !member.hasNext()) {
      if (!nextMember()) {
        return null;
      }
    }
    return member.next();
  }

  @Override
  public void close() throws IOException {
    packed.close();
  }

  /** False at the archive's end, and after a fault of it, which was the last member's reject. */
  private boolean nextMember() throws IOException {
    if (content != null && content.isBroken()) {
      return false;
    }
    ArchiveEntry entry = nextEntry();
    while (entry != null && !MemberName.isRead(entry)) {
      entry = nextEntry();
    }
    if (entry == null) {
      watched.requireEnd();
      return false;
    }
    member = open(entry, MemberName.source(source, entry));
    return true;
  }

  private Records open(ArchiveEntry entry, Source place) {
    boolean canRead = archive.canReadEntryData(entry);
    content = canRead ? new Shielded(expansion.of(archive)) : null;
    return canRead
        ? reader.member(place, content, memberFormat, this)
        : Records.unreadable(place, "it is encrypted, or packed in a way that cannot be streamed");
  }

  /** Headers are bounded: the names in them may be as long as the archive likes. */
  private ArchiveEntry nextEntry() throws IOException {
    if (content != null) {
      content.drain();
    }
    packed.allow(limits.recordBytes());
    try {
      return archive.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new IOException("a header of the archive is damaged (" + e.getMessage() + ")", e);
    } finally {
      packed.allow(Long.MAX_VALUE);
    }
  }

  /** Keeps the parser of a member from closing the archive, and remembers that reading failed. */
  private static final class Shielded extends FilterInputStream {

    private boolean broken;

    Shielded(InputStream in) {
      super(in);
    }

    boolean isBroken() {
      return broken;
    }

    /** What the parser left, so that it is counted, too. */
    void drain() throws IOException {
      transferTo(OutputStream.nullOutputStream());
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
      } catch (IOException e) {
        broken = true;
        throw e;
      } catch (IllegalArgumentException e) {
        broken = true;
        throw new IOException("the archive is damaged (" + e.getMessage() + ")", e);
      }
    }

    @Override
    public void close() {
      // the archive goes on
    }
  }
}
