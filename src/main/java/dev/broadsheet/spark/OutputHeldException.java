package dev.broadsheet.spark;

import java.io.IOException;
import org.apache.hadoop.fs.Path;

/** Another run holds the output. */
public final class OutputHeldException extends IOException {

  private static final long serialVersionUID = 1;

  OutputHeldException(Path output, String holder, Path lock) {
    super(
        "The output "
            + output
            + " is held by "
            + holder
            + ". Wait for it; if no such run is alive, delete "
            + lock
            + ".");
  }
}
