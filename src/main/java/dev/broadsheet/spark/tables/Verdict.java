package dev.broadsheet.spark.tables;

/** What a sync does with an article id that it read. */
enum Verdict {
  /** The table does not have it. */
  ADDED,
  /** Its row is replaced: other content, or to be made anew. */
  CHANGED,
  /** The same content at another place, or with another URL: only these two are replaced. */
  MOVED,
  /** Nothing to do. */
  UNCHANGED,
  /** The row is from a later record, in a file that was not read this time. */
  DUPLICATE,
  /** It was forgotten, and stays so. */
  FORGOTTEN
}
