package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import java.io.IOException;
import java.io.InputStream;

/** A file is a web page. */
final class HtmlFile implements RecordParser {

  private final InputStream in;
  private final Source source;
  private final int limit;
  private boolean done;

  HtmlFile(InputStream in, Source source, int limit) {
    this.in = in;
    this.source = source;
    this.limit = limit;
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
        : HtmlPage.parse(bytes, null, "").article(source.uri(), source.relativePath());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
