package dev.broadsheet.topics.train;

/** Whether a document is on a topic, as far as is known; a byte each, to be kept by the million. */
public final class Target {

  public static final byte YES = 1;
  public static final byte NO = -1;

  /** Nobody looked. */
  public static final byte UNKNOWN = 0;

  /** Filed elsewhere, where only one label is given: most probably no. */
  public static final byte UNLIKELY = -2;

  private Target() {}
}
