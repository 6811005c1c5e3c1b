package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** A file is an article: its text as it stands, its id the relative path. */
final class TextFile implements RecordParser {

  private final InputStream in;
  private final Source source;
  private final int limit;
  private boolean done;

  TextFile(InputStream in, Source source, int limit) {
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
        : article(bytes);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private Incoming article(byte[] bytes) throws BadFile {
    byte[] start = Arrays.copyOf(bytes, Math.min(3, bytes.length));
    if (Encoding.isUtf8(start)) {
      Content.refuseNul(bytes);
    }
    Decoder decoder = new Decoder(Encoding.of(start));
    int wrong = decoder.decode(bytes, Encoding.markLength(start), bytes.length);
    return wrong >= 0
        ? Faults.invalidEncoding(source.uri(), bytes, 0, bytes.length, wrong)
        : article(new String(decoder.chars(), 0, decoder.length()));
  }

  private RawArticle article(String text) {
    return new RawArticle(source.uri(), source.relativePath(), null, null, text, null, List.of());
  }
}
