package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a web crawl (WARC 1.0 and 1.1). A record is a response of status 200 whose type is
 * HTML; requests, images, redirects and whatever else crawls hold are no records.
 */
final class WarcRecords implements RecordParser {

  private final Metered in;
  private final Source source;
  private final int limit;
  private WarcReader reader;
  private WarcRecord last;

  WarcRecords(InputStream in, Source source, int limit) {
    this.in = new Metered(in);
    this.source = source;
    this.limit = limit;
  }

  @Override
  public Incoming next() throws IOException {
    try {
      for (Optional<WarcRecord> next = read(); next.isPresent(); next = read()) {
        Incoming page = next.get() instanceof WarcResponse response ? page(response) : null;
        if (page != null) {
          return page;
        }
      }
      return null;
    } catch (ParsingException | RuntimeException e) {
      throw damaged(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Headers are bounded: jwarc collects them in memory. */
  private Optional<WarcRecord> read() throws IOException {
    if (last != null) {
      last.body().consume();
    }
    in.allow(limit);
    if (reader == null) {
      reader = new WarcReader(in);
    }
    Optional<WarcRecord> next = reader.next();
    in.allow(Long.MAX_VALUE);
    last = next.orElse(null);
    return next;
  }

  /** The page that a response holds; null if it holds none. */
  private Incoming page(WarcResponse response) throws IOException {
    if (!response.contentType().base().equals(MediaType.HTTP)) {
      return null;
    }
    String uri = source.at(reader.position());
    try {
      in.allow(limit);
      HttpResponse http = response.http();
      in.allow(Long.MAX_VALUE);
      boolean isPage = http.status() == 200 && isHtml(http.contentType());
      return isPage ? page(http, uri, response.target()) : null;
    } catch (BadFile e) {
      return new Rejected(uri, e.reason(), e.getMessage(), e.raw());
    } catch (IOException | RuntimeException e) {
      response.body().consume(); // throws if it is the file that is cut
      return damaged(uri, e);
    }
  }

  private Incoming page(HttpResponse http, String uri, String address) throws IOException {
    byte[] bytes = http.bodyDecoded().stream().readNBytes(limit);
    return bytes.length == limit
        ? Faults.tooLong(uri, bytes, 0, bytes.length, limit)
        : HtmlPage.parse(bytes, charset(http), address == null ? "" : address).article(uri, null);
  }

  private static boolean isHtml(MediaType type) {
    return type.base().equals(MediaType.HTML) || type.base().equals(MediaType.XHTML);
  }

  /** The charset that the server named; null if it named none that is known. */
  private static String charset(HttpResponse http) {
    String name = http.contentType().parameters().get("charset");
    try {
      return name != null && Charset.isSupported(name) ? name : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  private static Rejected damaged(String uri, Exception e) {
    return new Rejected(
        uri,
        RejectReason.MALFORMED_RECORD,
        "The response in the WARC record is damaged (" + e.getMessage() + "); crawl it again.",
        null);
  }

  private static BadFile damaged(Exception e) {
    return new BadFile(
        RejectReason.MALFORMED_RECORD,
        "The WARC file breaks off its format ("
            + e.getMessage()
            + "); records before this stand. Restore the file.",
        null);
  }
}
