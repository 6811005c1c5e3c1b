package dev.broadsheet.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;

/**
 * A disk, a network or a server failed, not the content of a file: the task fails, Spark tries it
 * again, and the run fails if it stays. The message is one line for people.
 */
public final class StorageException extends UncheckedIOException {

  StorageException(Path file, IOException cause) {
    super(
        "%s cannot be read (%s). The storage failed, not the file's content: mend it, and start again."
            .formatted(
                file, cause.getMessage() == null ? "no reason is given" : cause.getMessage()),
        cause);
  }
}
