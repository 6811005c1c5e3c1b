package dev.broadsheet.article;

/**
 * A record that is not processed, and why.
 *
 * @param sourceUri the place in the input, as in {@link RawArticle}
 * @param reason the kind of fault
 * @param detail what was wrong and what to do, for a person; control characters of quoted data
 *     become U+FFFD
 * @param raw the start of the record as far as it could be read, at most {@link #MAX_RAW} code
 *     units; null if nothing could
 */
public record Rejected(String sourceUri, RejectReason reason, String detail, String raw)
    implements Incoming, Outcome {

  /** Longest {@code raw} kept. */
  public static final int MAX_RAW = 1000;

  public Rejected {
    detail = printable(detail);
    raw = raw == null ? null : cut(raw);
  }

  @Override
  public long length() {
    return sourceUri.length() + detail.length() + (raw == null ? 0L : raw.length());
  }

  /** Details quote keys and values, and are printed: data may not steer a terminal or a log. */
  private static String printable(String detail) {
    StringBuilder printable = new StringBuilder(detail);
    for (int i = 0; i < detail.length(); i++) {
      int type = Character.getType(detail.charAt(i));
      boolean steers =
          type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      if (steers) {
        printable.setCharAt(i, '\ufffd');
      }
    }
    return printable.toString();
  }

  private static String cut(String raw) {
    if (raw.length() <= MAX_RAW) {
      return raw;
    }
    boolean splitsPair = Character.isHighSurrogate(raw.charAt(MAX_RAW - 1));
    return raw.substring(0, splitsPair ? MAX_RAW - 1 : MAX_RAW);
  }
}
