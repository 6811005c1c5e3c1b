package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON Lines: a line is an article. Empty lines are no records.
 *
 * <p>Reads a range of the file by Hadoop's rule: the lines that begin in {@code [begin, end)}, so
 * that ranges which cover the file give each line once.
 */
final class JsonLines implements RecordParser {

  private final Frames frames;
  private final JsonRecord record;
  private final Source source;
  private final int limit;
  private final long end;

  /**
   * @param in from byte {@code begin - 1} of the file on, or from 0
   */
  JsonLines(InputStream in, Source source, FieldMap fields, int limit, long begin, long end)
      throws IOException {
    this.frames = new Frames(in, new LineFraming(), limit, Math.max(0, begin - 1));
    this.record = new JsonRecord(fields);
    this.source = source;
    this.limit = limit;
    this.end = end;
    if (begin > 0) {
      frames.next(); // the line before, or its last byte
    }
  }

  @Override
  public Incoming next() throws IOException {
    while (frames.next() && frames.offset() < end) {
      if (frames.isTooLong()) {
        return Faults.tooLong(uri(), frames.buffer(), frames.begin(), frames.end(), limit);
      }
      if (!frames.isBlank()) {
        return record.parse(frames.buffer(), frames.begin(), frames.end(), uri());
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }

  private String uri() {
    return source.at(frames.offset());
  }
}
