package dev.broadsheet.topics.train;

/** Whether a document is on a topic, as far as is known; a byte each, to be kept by the million. */
final class Target {

  static final byte NO = -1;
  static final byte UNKNOWN = 0;
  static final byte YES = 1;

  private Target() {}
}
