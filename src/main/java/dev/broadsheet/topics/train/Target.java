package dev.broadsheet.topics.train;

/** Whether a document is on a topic, as far as is known; a byte each, to be kept by the million. */
final class Target {

  static final byte YES = 1;
  static final byte NO = -1;

  /** Nobody looked; the teacher is asked. */
  static final byte UNKNOWN = 0;

  /** Filed elsewhere, where only one label is given: no, unless the teacher objects. */
  static final byte UNLIKELY = -2;

  private Target() {}
}
