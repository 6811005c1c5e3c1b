package dev.broadsheet.topics;

import java.io.IOException;

/** A topic model's directory is truncated, foreign or newer; the message is one line for people. */
public final class ModelFormatException extends IOException {

  public ModelFormatException(String message) {
    super(message);
  }

  public ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
