package dev.broadsheet.article;

import java.util.Locale;

/** Why a text has no summary as good as that of a news story. */
public enum SummaryNote {
  /** Speech written down: a briefing, a speech, an interview. */
  TRANSCRIPT,
  /** Entries with times, of which each tells its own news. */
  LIVE_BLOG,
  /** Numbered or marked items. */
  LIST,
  /** A text that says that it is somebody's opinion: its beginning seldom says what it argues. */
  OPINION,
  /** At most three sentences are the story's, and it is none of the above: all is told already. */
  TOO_SHORT,
  /** No sentence is a story's. */
  NO_STORY;

  /** The note in the output, such as {@code live-blog}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
