package dev.broadsheet.read;

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

  public ArticleReader(FieldMap fields, Limits limits) {
    this.fields = fields;
    this.limits = limits;
  }

  /**
   * The records of a file, opened when the first is asked for.
   *
   * @param format null to go by the file's name
   * @throws IllegalArgumentException if the format is Parquet, which Spark reads
   */
  public Records read(Source source, Bytes bytes, Format format) {
    Format known = format != null ? format : Format.of(source.fileName()).orElse(null);
    if (known == Format.PARQUET) {
      throw new IllegalArgumentException(source.uri() + " is Parquet; let Spark read its rows.");
    }
    return new Records(source, () -> open(source, bytes, known));
  }

  /**
   * The lines of an uncompressed JSON Lines file that begin in {@code [begin, end)}: ranges that
   * cover the file give each line once.
   */
  public Records lines(Source source, Bytes bytes, long begin, long end) {
    return new Records(source, () -> openLines(source, bytes, begin, end));
  }

  private RecordParser open(Source source, Bytes bytes, Format format) throws IOException {
    if (format == null) {
      throw new BadFile(
          RejectReason.NOT_TEXT,
          "The file's name tells no format (%s, each also .gz); name one by --format, or take it out."
              .formatted(Format.extensions()),
          null);
    }
    InputStream in = bytes.open(0);
    try {
      return parser(source, Content.check(expand(source, in)), format);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private InputStream expand(Source source, InputStream in) throws IOException {
    return Format.isGzip(source.fileName()) ? Gunzip.open(in, limits) : in;
  }

  private RecordParser parser(Source source, Peeked in, Format format) throws IOException {
    int limit = limits.recordBytes();
    return switch (format) {
      case TEXT -> new TextFile(in, source, limit);
      case JSONL -> new JsonLines(in, source, fields, limit, 0, Long.MAX_VALUE);
      case JSON -> new JsonRecords(Encoding.utf8(in), source, fields, limit);
      case CSV -> CsvRecords.sniffed(Encoding.utf8(in), source, fields, limit);
      case TSV -> CsvRecords.tabbed(Encoding.utf8(in), source, fields, limit);
      case PARQUET -> throw new IllegalStateException("Parquet was refused before");
    };
  }

  private RecordParser openLines(Source source, Bytes bytes, long begin, long end)
      throws IOException {
    InputStream in = bytes.open(Math.max(0, begin - 1));
    try {
      InputStream checked = begin == 0 ? Content.check(in) : in;
      return new JsonLines(checked, source, fields, limits.recordBytes(), begin, end);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
