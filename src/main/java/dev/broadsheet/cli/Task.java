package dev.broadsheet.cli;

import java.util.Locale;

/** What is trained or evaluated. */
enum Task {
  TOPICS,
  SUMMARY;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
