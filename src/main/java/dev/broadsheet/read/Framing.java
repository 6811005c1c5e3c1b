package dev.broadsheet.read;

/** Where a format's records end. Keeps its state from call to call. */
interface Framing {

  /**
   * Index one past the record's last byte in {@code buffer[from, to)}; -1 if the record goes on
   * beyond, to be asked again from there.
   */
  int end(byte[] buffer, int from, int to);
}
