package dev.broadsheet.article;

/** What reading a record gives: an article as it stood in the file, or the reason it is none. */
public sealed interface Incoming permits RawArticle, Rejected {

  /** Characters that it holds in memory, in UTF-16 units: those of all its fields. */
  long length();
}
