package dev.broadsheet.cli;

/** What a command's exit code says. */
final class ExitCodes {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int TOO_MANY_REJECTS = 3;
  static final int OUTPUT_HELD = 4;

  private ExitCodes() {}
}
