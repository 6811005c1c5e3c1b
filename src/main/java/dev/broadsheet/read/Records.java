package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.InternalErrors;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The records of one file, read as they are asked for. A fault of the file itself, from opening it
 * to closing it, is the last reject. Closes itself at the end; one thread.
 */
public final class Records implements Iterator<Incoming>, Closeable {

  /** Opens the file and what parses it. */
  interface Opening {
    RecordParser open() throws IOException;
  }

  private final Source source;
  private final Opening opening;
  private final InternalErrors errors;
  private RecordParser parser;
  private Incoming next;
  private boolean finished;

  Records(Source source, InternalErrors errors, Opening opening) {
    this.source = source;
    this.errors = errors;
    this.opening = opening;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !finished) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Incoming next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Incoming result = next;
    next = null;
    return result;
  }

  @Override
  public void close() throws IOException {
    finished = true;
    if (parser != null) {
      parser.close();
    }
  }

  private Incoming advance() {
    try {
      return pull();
    } catch (BadFile e) {
      return end(e, e.reason(), e.getMessage(), e.raw());
    } catch (CharacterCodingException e) {
      String detail = "The text is not what its byte order mark says; convert the file to UTF-8.";
      return end(e, RejectReason.INVALID_ENCODING, detail, null);
    } catch (IOException | UncheckedIOException e) {
      return end(e, RejectReason.UNREADABLE_FILE, unreadable(e), null);
    } catch (RuntimeException e) {
      closeAfter(e);
      return errors.reject(source.uri(), e, null);
    }
  }

  private Incoming pull() throws IOException {
    if (parser == null) {
      parser = opening.open();
    }
    Incoming record = parser.next();
    if (record == null) {
      close();
    }
    return record;
  }

  private Rejected end(Exception cause, RejectReason reason, String detail, String raw) {
    closeAfter(cause);
    return new Rejected(source.uri(), reason, detail, raw);
  }

  private void closeAfter(Exception cause) {
    try {
      close();
    } catch (IOException e) {
      cause.addSuppressed(e); // the file is already known to be bad
    }
  }

  private static String unreadable(Exception e) {
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "The file cannot be read to its end: "
        + what
        + "; records before this stand. Restore the file or take it out of the input.";
  }
}
