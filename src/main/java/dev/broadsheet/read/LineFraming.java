package dev.broadsheet.read;

/** A record is a line, its line feed included. */
final class LineFraming implements Framing {

  @Override
  public int end(byte[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }
}
