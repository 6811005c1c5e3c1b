package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.IOException;
import java.io.InputStream;

/** A JSON array of objects, or objects one after another, a line each or not. */
final class JsonRecords implements RecordParser {

  private final JsonFraming framing = new JsonFraming();
  private final Frames frames;
  private final JsonRecord record;
  private final Source source;
  private final int limit;
  private long number;
  private boolean anything;
  private boolean ended;

  JsonRecords(InputStream in, Source source, JsonRecord record, int limit) {
    this.frames = new Frames(in, framing, limit, 0);
    this.record = record;
    this.source = source;
    this.limit = limit;
  }

  @Override
  public Incoming next() throws IOException {
    while (frames.next()) {
      anything |= !frames.isBlank();
      if (!isSeparator()) {
        return record(source.record(++number));
      }
    }
    return ended ? null : end();
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }

  private boolean isSeparator() {
    return !frames.isTooLong() && frames.isBlank(frames.begin(), contentEnd());
  }

  private int contentEnd() {
    return frames.end() - (framing.endsBySeparator() ? 1 : 0);
  }

  private Incoming record(String uri) {
    ended = frames.isUnended();
    return frames.isTooLong()
        ? Faults.tooLong(uri, frames.buffer(), frames.begin(), frames.end(), limit)
        : record.parse(frames.buffer(), frames.begin(), contentEnd(), uri);
  }

  /** At the file's end: what is missing. A record that was cut has been rejected already. */
  private Rejected end() {
    ended = true;
    if (!anything) {
      String detail = "The file holds nothing but white space; take it out.";
      return new Rejected(source.uri(), RejectReason.EMPTY_TEXT, detail, null);
    }
    String detail =
        "The file ends before its array does, after record " + number + "; it was cut: restore it.";
    return framing.isOpen()
        ? new Rejected(source.uri(), RejectReason.MALFORMED_RECORD, detail, null)
        : null;
  }
}
