package dev.broadsheet.read;

/** A record is a row, its line break included; quoted cells may hold line breaks (RFC 4180). */
final class CsvFraming implements Framing {

  private final byte separator;
  private boolean cellStart = true;
  private boolean quoted;
  private boolean afterQuote;

  CsvFraming(char separator) {
    this.separator = (byte) separator;
  }

  @Override
  public int end(byte[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isEnd(buffer[i])) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Whether a quoted cell is open. */
  boolean isQuoted() {
    return quoted;
  }

  private boolean isEnd(byte c) {
    if (quoted) {
      quoted = c != '"';
      afterQuote = !quoted;
      return false;
    }
    boolean end = c == '\n' || c == '\r';
    quoted = c == '"' && (cellStart || afterQuote);
    cellStart = end || c == separator;
    afterQuote = false;
    return end;
  }
}
