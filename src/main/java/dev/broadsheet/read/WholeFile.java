package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import java.io.IOException;
import java.io.InputStream;

/** A file is one record, held whole. */
final class WholeFile implements RecordParser {

  /** Makes the record of a file's bytes. */
  interface Parse {
    Incoming of(byte[] bytes, Source source) throws IOException;
  }

  private final InputStream in;
  private final Source source;
  private final int limit;
  private final Parse parse;
  private boolean done;

  WholeFile(InputStream in, Source source, int limit, Parse parse) {
    this.in = in;
    this.source = source;
    this.limit = limit;
    this.parse = parse;
  }

  /** A web page. */
  static Incoming page(byte[] bytes, Source source) throws IOException {
    return HtmlPage.parse(bytes, null, "").article(source.uri(), source.relativePath());
  }

  @Override
  public Incoming next() throws IOException {
    if (done) {
      return null;
    }
    done = true;
    byte[] bytes = in.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1);
    return bytes.length > limit
        ? Faults.tooLong(source.uri(), bytes, 0, bytes.length, limit)
        : parse.of(bytes, source);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
