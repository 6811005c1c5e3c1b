package dev.broadsheet.read;

import dev.broadsheet.article.InternalErrors;
import dev.broadsheet.article.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/**
 * Reads files of all formats. Immutable, shared; the {@link Records} it gives belong to one thread.
 */
public final class ArticleReader implements Serializable {

  private final FieldMap fields;
  private final Limits limits;
  private final InternalErrors errors = new InternalErrors();

  public ArticleReader(FieldMap fields, Limits limits) {
    this.fields = fields;
    this.limits = limits;
  }

  /**
   * The records of a file, opened when the first is asked for.
   *
   * @param format null to go by the file's name; of an archive, the format of its members
   * @throws IllegalArgumentException if the format is Parquet, which Spark reads
   */
  public Records read(Source source, Bytes bytes, Format format) {
    Format known = format != null ? format : Format.of(source.fileName()).orElse(null);
    if (known == Format.PARQUET) {
      throw new IllegalArgumentException(source.uri() + " is Parquet; let Spark read its rows.");
    }
    return new Records(
        source, errors, () -> opened(bytes.open(0), in -> open(source, in, format, null)));
  }

  /**
   * The lines of an uncompressed JSON Lines file that begin in {@code [begin, end)}: ranges that
   * cover the file give each line once. In UTF-16, where no byte alone tells a line's end, the
   * range that begins the file has all.
   */
  public Records lines(Source source, Bytes bytes, long begin, long end) {
    return new Records(
        source, errors, () -> opened(from(bytes, begin), in -> lines(source, in, begin, end)));
  }

  /** The records of a member of an archive; closing them does not close the archive. */
  Records member(Source source, InputStream content, Format format, Archive around) {
    return new Records(source, errors, () -> open(source, content, format, around));
  }

  /** One reject: the file cannot be read, for the reason given. */
  Records unreadable(Source source, String what) {
    return new Records(
        source,
        errors,
        () -> {
          throw new IOException(what);
        });
  }

  /** From the byte before, which tells whether a line begins there. */
  private static InputStream from(Bytes bytes, long begin) throws IOException {
    if (begin == 0) {
      return bytes.open(0);
    }
    return isUtf16(bytes) ? InputStream.nullInputStream() : bytes.open(begin - 1);
  }

  private static boolean isUtf16(Bytes bytes) throws IOException {
    try (InputStream in = bytes.open(0)) {
      return !Encoding.isUtf8(in.readNBytes(2));
    }
  }

  /** Opens what parses a file's bytes. */
  private interface Parsing {
    RecordParser of(InputStream in) throws IOException;
  }

  private static RecordParser opened(InputStream in, Parsing parsing) throws IOException {
    try {
      return parsing.of(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * @param format null to go by the name
   * @param around null if the file lies in no archive
   */
  private RecordParser open(Source source, InputStream in, Format format, Archive around)
      throws IOException {
    String name = source.fileName();
    Format named = Format.of(name).orElse(null);
    boolean isNamedArchive = named != null && named.isArchive();
    Format known = format == null || isNamedArchive ? named : format;
    if (known == null || known == Format.PARQUET) {
      throw notRead(known);
    }
    InputStream unpacked =
        Unpacked.open(name, in, limits, around == null ? null : around.expansion());
    if (!known.isArchive()) {
      return parser(source, Content.check(unpacked), known);
    }
    Format members = format == null || format.isArchive() ? null : format;
    InputStream content = Content.notEmpty(unpacked);
    return new Archive(source, content, known, members, this, limits, around);
  }

  private static BadFile notRead(Format format) {
    return new BadFile(
        RejectReason.NOT_TEXT,
        format == Format.PARQUET
            ? "Parquet is not read out of an archive; unpack the archive."
            : "The file's name tells no format (%s, each also .gz or .zst); name one by --format, or take it out."
                .formatted(Format.extensions()),
        null);
  }

  private RecordParser parser(Source source, Peeked in, Format format) throws IOException {
    int limit = limits.recordBytes();
    return switch (format) {
      case TEXT -> new WholeFile(in, source, limit, TextFile::parse);
      case JSONL -> jsonLines(source, in, Long.MAX_VALUE);
      case JSON -> new JsonRecords(Encoding.utf8(in), source, new JsonRecord(fields), limit);
      case NINJS -> new JsonRecords(Encoding.utf8(in), source, new JsonRecord(fields, true), limit);
      case CSV -> CsvRecords.sniffed(Encoding.utf8(in), source, fields, limit);
      case TSV -> CsvRecords.tabbed(Encoding.utf8(in), source, fields, limit);
      case XML, NITF, NEWSML_G2 -> new NewsXml(in, source, format, limit);
      case HTML -> new WholeFile(in, source, limit, WholeFile::page);
      case WARC -> new WarcRecords(in, source, limit);
      case ZIP, TAR, PARQUET -> throw new IllegalStateException(format + " was handled before");
    };
  }

  private RecordParser lines(Source source, InputStream in, long begin, long end)
      throws IOException {
    return begin == 0
        ? jsonLines(source, Content.check(in), end)
        : new JsonLines(in, source, fields, limits.recordBytes(), begin, end);
  }

  /** The lines from the file's begin; in UTF-16 they are objects one after another. */
  private RecordParser jsonLines(Source source, Peeked in, long end) throws IOException {
    return Encoding.isUtf8(in.start())
        ? new JsonLines(in, source, fields, limits.recordBytes(), 0, end)
        : parser(source, in, Format.JSON);
  }
}
