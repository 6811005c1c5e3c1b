package dev.broadsheet.read;

import dev.broadsheet.article.RejectReason;
import java.io.IOException;

/** The rest of a file cannot be read, for a known reason. The message is the reject's detail. */
final class BadFile extends IOException {

  private final RejectReason reason;
  private final String raw;

  BadFile(RejectReason reason, String detail, String raw) {
    super(detail);
    this.reason = reason;
    this.raw = raw;
  }

  RejectReason reason() {
    return reason;
  }

  /** The start of what was read; null if nothing was. */
  String raw() {
    return raw;
  }
}
