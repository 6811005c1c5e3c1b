package dev.broadsheet.pipeline;

/** The steps that time is spent on, in flow order. */
public enum Step {
  READ,
  CLEAN,
  LANGUAGE,
  SEGMENT,
  TOPICS,
  SUMMARY,
  WRITE
}
