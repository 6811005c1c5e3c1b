package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import java.io.Closeable;
import java.io.IOException;

/** Pulls the records of one file, one at a time. Holds buffers: one thread. */
public interface RecordParser extends Closeable {

  /**
   * The next article, or the reject of the next record; null at the file's end.
   *
   * @throws IOException if the file cannot be read on; {@link Records} makes it the last reject
   */
  Incoming next() throws IOException;
}
