package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * The records of all files in an archive, read as a stream: nothing is written to disk, so a
 * member's path is no more than a name. Folders, links and hidden files are no members. What is
 * wrong with a member is the member's reject, a bomb is left behind, and what is wrong with the
 * archive ends it.
 */
final class Archive implements RecordParser {

  private static final int MAX_DEPTH = 3;

  /** Of members whose packed size is believed. */
  private static final long LARGEST = 1L << 50;

  private final ArticleReader reader;
  private final Format memberFormat;
  private final Metered packed;
  private final Limits limits;
  private final EndWatch watched;
  private final ArchiveInputStream<?> archive;
  private final Expansion expansion;
  private final MemberPlaces places;
  private final int depth;
  private MemberContent content;
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
    this.places = new MemberPlaces(source);
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
        : new TarArchiveInputStream(in, MemberName.BYTES.name());
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
    if (content != null && !content.leave()) {
      return false;
    }
    ArchiveEntry entry = nextEntry(content == null ? 0 : content.unread());
    while (entry != null && !MemberName.isRead(entry)) {
      entry = nextEntry(0);
    }
    if (entry == null) {
      watched.requireEnd();
      return false;
    }
    member = open(entry, places.of(entry));
    return true;
  }

  private Records open(ArchiveEntry entry, Source place) {
    boolean canRead = archive.canReadEntryData(entry);
    content = canRead ? new MemberContent(archive, entry, expansion) : null;
    return canRead
        ? reader.member(place, content, memberFormat, this)
        : reader.unreadable(place, "it is encrypted, or packed in a way that cannot be streamed");
  }

  /** Headers are bounded: the names in them may be as long as the archive likes. */
  private ArchiveEntry nextEntry(long skipped) throws IOException {
    packed.allow(limits.recordBytes() + Math.min(skipped, LARGEST));
    try {
      return archive.getNextEntry();
    } catch (RuntimeException e) {
      throw damaged(e);
    } finally {
      packed.allow(Long.MAX_VALUE);
    }
  }

  /** What the library throws where it trusts a header too much. */
  static IOException damaged(RuntimeException fault) {
    String what = "the archive is damaged, or packed in a way that cannot be streamed";
    return new IOException(what + " (" + fault.getClass().getSimpleName() + ")", fault);
  }
}
