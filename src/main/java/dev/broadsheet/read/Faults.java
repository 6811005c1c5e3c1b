package dev.broadsheet.read;

import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;

/** Rejects that all formats share. */
final class Faults {

  private Faults() {}

  static Rejected invalidEncoding(String uri, byte[] bytes, int begin, int end, int wrong) {
    return new Rejected(
        uri,
        RejectReason.INVALID_ENCODING,
        "Byte "
            + (wrong - begin)
            + " of the record (0x"
            + Integer.toHexString(bytes[wrong] & 0xFF)
            + ") is not valid UTF-8, and the record is no text in Windows-1252 either; restore it, or"
            + " convert the file to UTF-8.",
        Decoder.lenient(bytes, begin, end));
  }

  static Rejected tooLong(String uri, byte[] bytes, int begin, int end, int limit) {
    return new Rejected(
        uri,
        RejectReason.TOO_LONG,
        "The record is longer than " + limit + " bytes; split it, or raise --max-text-length.",
        Decoder.lenient(bytes, begin, end));
  }

  /** A record of a file that cannot be read on behind it. */
  static BadFile tooLong() {
    return new BadFile(
        RejectReason.TOO_LONG,
        "A record or its header is longer than the bound on records; split it, or raise"
            + " --max-text-length.",
        null);
  }

  /** An item that its agency has killed, withdrawn or not yet released. */
  static Rejected withdrawn(String uri, String status, String note, String raw) {
    return new Rejected(
        uri,
        RejectReason.WITHDRAWN,
        "The item is marked \""
            + status
            + "\" by its agency"
            + (note.isBlank() ? "" : " (" + note.strip() + ")")
            + ", so it is not for publication; take it out.",
        raw);
  }
}
