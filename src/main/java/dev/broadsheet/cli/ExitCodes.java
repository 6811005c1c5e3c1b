package dev.broadsheet.cli;

/** What a command's exit code says. */
final class ExitCodes {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int TOO_MANY_REJECTS = 3;
  static final int OUTPUT_HELD = 4;
  static final int WORSE = 5;

  static final String HEADING = "%nExit codes:%n";
  static final String DONE_MEANS = "0:done";
  static final String FAILED_MEANS = "1:failed; the message says why";
  static final String USAGE_MEANS = "2:the command line or the configuration is wrong";
  static final String TOO_MANY_REJECTS_MEANS =
      "3:done and written, but more records were rejected than --max-reject-ratio allows";
  static final String OUTPUT_HELD_MEANS = "4:another run is writing the same output";
  static final String WORSE_MEANS = "5:evaluated, and clearly worse than --baseline";

  private ExitCodes() {}
}
