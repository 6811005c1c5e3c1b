package dev.broadsheet.read;

/**
 * A record is a value of the outermost array or, where there is none, of the file. The array's
 * brackets and commas end records too; they are {@link #endsBySeparator separators}.
 *
 * <p>A line break ends a string, as JSON allows none inside, and outside an array the record too:
 * so a quote too many spoils its own line only.
 */
final class JsonFraming implements Framing {

  private int depth;
  private int floor;
  private boolean started;
  private boolean inString;
  private boolean escaped;
  private boolean separator;

  @Override
  public int end(byte[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isEnd(buffer[i])) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Whether the last byte of the last record is not part of it. */
  boolean endsBySeparator() {
    return separator;
  }

  /** Whether the outermost array is open. */
  boolean isOpen() {
    return floor > 0;
  }

  private boolean isEnd(byte c) {
    if (inString) {
      return endsInString(c);
    }
    separator = false;
    boolean end = isEndOutsideString(c);
    started |= c > ' ';
    return end;
  }

  private boolean endsInString(byte c) {
    boolean breaks = c == '\n';
    inString = !breaks && (escaped || c != '"');
    escaped = !escaped && c == '\\';
    if (breaks && floor == 0) {
      depth = 0;
      separator = false;
      return true;
    }
    return false;
  }

  private boolean isEndOutsideString(byte c) {
    return switch (c) {
      case '"' -> beginsString();
      case '{', '[' -> opens(c);
      case '}', ']' -> closes();
      case ',' -> separates();
      default -> false;
    };
  }

  private boolean beginsString() {
    inString = true;
    escaped = false;
    return false;
  }

  private boolean separates() {
    separator = depth == floor;
    return separator;
  }

  private boolean opens(byte c) {
    depth++;
    if (c == '[' && !started) {
      floor = 1;
      separator = true;
    }
    return separator;
  }

  private boolean closes() {
    depth--;
    if (depth < floor) {
      depth = 0;
      floor = 0;
      separator = true;
    }
    return depth == floor;
  }
}
